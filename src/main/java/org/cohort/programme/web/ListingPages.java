package org.cohort.programme.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions, rubric, criteria and self-identification: adding, editing, ordering, removing. */
@Controller
@RequestMapping("/staff/programmes/{id}")
class ListingPages {

	private final Programmes programmes;

	private final Editing editing;

	ListingPages(Programmes programmes, Editing editing) {
		this.programmes = programmes;
		this.editing = editing;
	}

	/** One entry in the list. */
	record Line(String key, String label, String note, String heading) {
	}

	@GetMapping("/lists/{list}")
	@RolesAllowed({ "administrators", "coordinators" })
	String all(@PathVariable UUID id, @PathVariable String list, Model model) {
		Listing listing = Listing.named(list);
		Programme programme = programmes.programme(id);
		ObjectNode tree = ProgrammeTree.of(programme);
		String language = Questions.language(tree);
		List<Line> lines = new ArrayList<>();
		for (JsonNode entry : Tree.list(tree, listing)) {
			lines.add(new Line(entry.get("key").asString(), Tree.words(entry.get("label"), language),
					note(listing, entry), Tree.words(entry.get("section"), language)));
		}
		model.addAttribute("programme", programme);
		model.addAttribute("listing", listing);
		model.addAttribute("lines", lines);
		return "programme/listing";
	}

	@GetMapping("/new/{list}")
	@RolesAllowed("administrators")
	ModelAndView add(@PathVariable UUID id, @PathVariable String list) {
		Listing listing = Listing.named(list);
		Editing.Target target = Editing.Target.added(listing);
		ObjectNode blank = listing.blank().remove(List.of("key", "label", "section", "points", "values"));
		return titled(id, listing, null, "New " + listing.one(),
				FormPage.of(programmes.programme(id), target.fields(),
				FormPage.typed(target.fields(), blank)));
	}

	@PostMapping("/new/{list}")
	@RolesAllowed("administrators")
	ModelAndView added(@PathVariable UUID id, @PathVariable String list, @RequestParam(defaultValue = "0") long version,
			@RequestParam MultiValueMap<String, String> typed, Principal who, RedirectAttributes redirect) {
		Listing listing = Listing.named(list);
		return save(id, version, listing, null, Editing.Target.added(listing), "New " + listing.one(), typed, who, redirect);
	}

	@GetMapping("/lists/{list}/{key}")
	@RolesAllowed("administrators")
	ModelAndView form(@PathVariable UUID id, @PathVariable String list, @PathVariable String key) {
		Listing listing = Listing.named(list);
		Programme programme = programmes.programme(id);
		return titled(id, listing, key, title(listing, key), FormPage.of(programme, listing.fields(),
				FormPage.typed(listing.fields(), entry(programme, listing, key))));
	}

	@PostMapping("/lists/{list}/{key}")
	@RolesAllowed("administrators")
	ModelAndView changed(@PathVariable UUID id, @PathVariable String list, @PathVariable String key,
			@RequestParam(defaultValue = "0") long version, @RequestParam MultiValueMap<String, String> typed,
			Principal who, RedirectAttributes redirect) {
		Listing listing = Listing.named(list);
		return save(id, version, listing, key, Editing.Target.of(listing, key), title(listing, key), typed, who, redirect);
	}

	@PostMapping("/lists/{list}/{key}/move")
	@RolesAllowed("administrators")
	String move(@PathVariable UUID id, @PathVariable String list, @PathVariable String key,
			@RequestParam(defaultValue = "up") String direction, Principal who, RedirectAttributes redirect) {
		Listing listing = Listing.named(list);
		try {
			editing.move(id, listing, key, direction.equals("up"), who.getName());
		}
		catch (ProgrammeRefused refused) {
			redirect.addFlashAttribute("problem", "Nothing was moved. " + refused.getMessage());
		}
		return "redirect:/staff/programmes/" + id + "/lists/" + listing.word();
	}

	@GetMapping("/lists/{list}/{key}/remove")
	@RolesAllowed("administrators")
	String askToRemove(@PathVariable UUID id, @PathVariable String list, @PathVariable String key, Model model) {
		Listing listing = Listing.named(list);
		Programme programme = programmes.programme(id);
		ObjectNode tree = ProgrammeTree.of(programme);
		model.addAttribute("programme", programme);
		model.addAttribute("listing", listing);
		model.addAttribute("key", key);
		model.addAttribute("label", Tree.words(entry(programme, listing, key).get("label"), Questions.language(tree)));
		return "programme/remove";
	}

	@PostMapping("/lists/{list}/{key}/remove")
	@RolesAllowed("administrators")
	String remove(@PathVariable UUID id, @PathVariable String list, @PathVariable String key, Principal who,
			RedirectAttributes redirect) {
		Listing listing = Listing.named(list);
		try {
			editing.remove(id, listing, key, who.getName());
			redirect.addFlashAttribute("notice", "Removed. The history can bring it back.");
		}
		catch (ProgrammeRefused refused) {
			redirect.addFlashAttribute("problem", "Nothing was removed. " + refused.getMessage());
		}
		return "redirect:/staff/programmes/" + id + "/lists/" + listing.word();
	}

	private ModelAndView save(UUID id, long version, Listing listing, @Nullable String key, Editing.Target target,
			String title, MultiValueMap<String, String> typed, Principal who, RedirectAttributes redirect) {
		Editing.Result result = editing.save(id, version, target, typed, who.getName());
		if (result instanceof Editing.Result.Refused refused) {
			return titled(id, listing, key, title, FormPage.again(programmes.programme(id), target.fields(), typed, refused));
		}
		redirect.addFlashAttribute("notice", FormPage.notice(result, title));
		return new ModelAndView("redirect:/staff/programmes/" + id + "/lists/" + listing.word());
	}

	private static ModelAndView titled(UUID id, Listing listing, @Nullable String key, String title,
			ModelAndView page) {
		return page.addObject("action", "/staff/programmes/" + id + (key == null ? "/new/" + listing.word()
				: "/lists/" + listing.word() + "/" + key)).addObject("heading", title).addObject("lead", listing.lead())
				.addObject("back", "/lists/" + listing.word());
	}

	private static String title(Listing listing, String key) {
		return listing.title() + ": " + key;
	}

	private static ObjectNode entry(Programme programme, Listing listing, String key) {
		return Tree.entry(ProgrammeTree.of(programme), listing, key)
				.orElseThrow(() -> new NoSuchElementException("There is no " + listing.one() + " " + key + "."));
	}

	private static String note(Listing listing, JsonNode entry) {
		return switch (listing) {
			case QUESTIONS -> String.join(", ", List.of(entry.path("type").asString("").toLowerCase().replace('_', ' '),
					entry.path("required").asBoolean(false) ? "required" : "optional",
					entry.path("personal-data").asBoolean(false) ? "personal"
							: entry.path("visible-in-review").asBoolean(false) ? "reviewers see it" : "not for reviewers"))
					+ (entry.has("shown-if") ? ", depends on " + entry.get("shown-if").path("question").asString("") : "");
			case RUBRIC -> entry.path("points").size() + (entry.path("points").size() == 1 ? " point" : " points") + ", weight "
					+ entry.path("weight").asString("1");
			case IDENTIFICATION -> entry.path("values").size() + (entry.path("values").size() == 1 ? " value" : " values")
					+ (entry.path("targets").isEmpty() ? "" : ", with targets");
			case SUCCESS -> "";
		};
	}
}
