package org.cohort.programme.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeFile;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programmes, what can be edited of each, and their files. */
@Controller
@RequestMapping("/staff/programmes")
class ProgrammePages {

	private final Programmes programmes;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	ProgrammePages(Programmes programmes, AuditTrail audit, TransactionTemplate transaction) {
		this.programmes = programmes;
		this.audit = audit;
		this.transaction = transaction;
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView all() {
		return list(null, "", HttpStatus.OK);
	}

	@GetMapping("/{id}")
	@RolesAllowed({ "coordinators", "administrators" })
	String one(@PathVariable UUID id, Model model) {
		model.addAttribute("programme", programmes.programme(id));
		model.addAttribute("sections", Section.values());
		model.addAttribute("listings", Listing.values());
		model.addAttribute("lengths", new Lengths());
		return "programme/staff-programme";
	}

	@GetMapping("/{id}/export")
	@RolesAllowed({ "coordinators", "administrators" })
	ResponseEntity<byte[]> export(@PathVariable UUID id) {
		Programme programme = programmes.programme(id);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(programme.slug() + ".yaml").build().toString())
				.body(programmes.exportYaml(id).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads a file: says what it would change, or imports it.
	 * @param action {@code check} to change nothing
	 * @param seen the version that an import was checked against; the file is shown again if it is another by now
	 */
	@PostMapping
	@RolesAllowed("administrators")
	ModelAndView read(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "import") String action,
			@RequestParam(required = false) @Nullable Long seen, Principal who, RedirectAttributes redirect)
			throws IOException {
		String content = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
		try {
			ProgrammeFile read = ProgrammeFile.read(bytes(content));
			Optional<Programme> there = programmes.programmeBySlug(read.slug());
			if (action.equals("check")) {
				return check(read, there, content, false);
			}
			Optional<Programme> imported = transaction.execute(status -> store(read, content, seen, who.getName()));
			if (imported.isEmpty()) {
				return check(read, programmes.programmeBySlug(read.slug()), content, true);
			}
			redirect.addFlashAttribute("notice", "The programme «" + imported.get().name() + "» was imported.");
			return new ModelAndView("redirect:/staff/programmes/" + imported.get().id());
		}
		catch (ProgrammeRefused refused) {
			return list(refused.getMessage(), content, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	/** Nothing if the programme is not the one that was seen. */
	private Optional<Programme> store(ProgrammeFile read, String content, @Nullable Long seen, String author) {
		if (seen != null && programmes.programmeBySlug(read.slug())
				.map(there -> programmes.lockProgramme(there.id()).version() != seen).orElse(false)) {
			return Optional.empty();
		}
		Programme imported = programmes.importYaml(bytes(content), author);
		audit.record(author, "import-programme", "programme", imported.id(), imported.slug());
		return Optional.of(imported);
	}

	private static ModelAndView check(ProgrammeFile read, Optional<Programme> there, String content, boolean meanwhile) {
		return new ModelAndView("programme/check", meanwhile ? HttpStatus.CONFLICT : HttpStatus.OK)
				.addObject("file", read).addObject("programme", there.orElse(null)).addObject("text", content)
				.addObject("differences", there.map(programme -> Difference.between(ProgrammeTree.of(programme),
						ProgrammeTree.of(read))).orElse(List.of()))
				.addObject("meanwhile", meanwhile);
	}

	private static ByteArrayInputStream bytes(String content) {
		return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
	}

	private ModelAndView list(@Nullable String problem, String text, HttpStatus status) {
		return new ModelAndView("programme/staff-programmes", status).addObject("programmes", programmes.programmes())
				.addObject("problem", problem).addObject("text", text);
	}
}
