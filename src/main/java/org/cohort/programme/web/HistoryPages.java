package org.cohort.programme.web;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.ProgrammeVersion;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All that a programme was: who changed what and when, what the difference is, and the way back. */
@Controller
@RequestMapping("/staff/programmes/{id}/versions")
class HistoryPages {

	private final Programmes programmes;

	private final Editing editing;

	HistoryPages(Programmes programmes, Editing editing) {
		this.programmes = programmes;
		this.editing = editing;
	}

	@GetMapping
	@RolesAllowed({ "administrators", "coordinators" })
	String all(@PathVariable UUID id, Model model) {
		Programme programme = programmes.programme(id);
		model.addAttribute("programme", programme);
		model.addAttribute("zone", programme.settings().timeZone());
		model.addAttribute("versions", programmes.versions(id));
		return "programme/versions";
	}

	@GetMapping("/{number}")
	@RolesAllowed({ "administrators", "coordinators" })
	String one(@PathVariable UUID id, @PathVariable int number, Model model) {
		Programme programme = programmes.programme(id);
		List<ProgrammeVersion> all = programmes.versions(id);
		ProgrammeVersion version = version(all, number);
		model.addAttribute("programme", programme);
		model.addAttribute("zone", programme.settings().timeZone());
		model.addAttribute("version", version);
		if (number > 1) {
			model.addAttribute("since", Difference.between(ProgrammeTree.of(version(all, number - 1)),
					ProgrammeTree.of(version)));
		}
		model.addAttribute("current", version.id() == programme.version());
		model.addAttribute("until", Difference.between(ProgrammeTree.of(programme), ProgrammeTree.of(version)));
		return "programme/version";
	}

	@PostMapping("/{number}/restore")
	@RolesAllowed("administrators")
	String restore(@PathVariable UUID id, @PathVariable int number, Principal who, RedirectAttributes redirect) {
		try {
			editing.replace(id, ProgrammeTree.read(ProgrammeTree.of(version(programmes.versions(id), number))),
					"back to version " + number, who.getName());
			redirect.addFlashAttribute("notice", "The programme is as it was in version " + number + ".");
		}
		catch (ProgrammeRefused refused) {
			redirect.addFlashAttribute("problem", "Version " + number + " cannot be brought back as it is: "
					+ refused.getMessage());
		}
		return "redirect:/staff/programmes/" + id + "/versions";
	}

	private static ProgrammeVersion version(List<ProgrammeVersion> all, int number) {
		return all.stream().filter(version -> version.number() == number).findFirst()
				.orElseThrow(() -> new NoSuchElementException("There is no version " + number + "."));
	}
}
