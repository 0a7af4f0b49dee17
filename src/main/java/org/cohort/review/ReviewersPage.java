package org.cohort.review;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.cohort.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.annotation.security.RolesAllowed;

/**
 * What coordinators note about reviewers: how many reviews they take, their languages, their organisation. When they are
 * away is noted by {@link AbsencesPage}.
 */
@Controller
@RequestMapping("/staff/reviewers")
@RolesAllowed({ "coordinators", "administrators" })
class ReviewersPage {

	private static final int LONGEST_NAME = 200;

	/** The languages in which people can apply, by code. */
	private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

	static {
		LANGUAGES.put("en", "English");
		LANGUAGES.put("fr", "French");
		LANGUAGES.put("es", "Spanish");
		LANGUAGES.put("he", "Hebrew");
	}

	private final Assigning assigning;

	private final ReviewerProfiles profiles;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReviewersPage(Assigning assigning, ReviewerProfiles profiles, AuditTrail audit, TransactionTemplate transaction,
			Clock clock) {
		this.assigning = assigning;
		this.profiles = profiles;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** What was typed, as it was typed. */
	record Entry(String username, String cap, @Nullable List<String> languages, String organisation, String domains) {

		Entry {
			username = text(username);
			cap = text(cap);
			organisation = text(organisation);
			domains = text(domains);
		}

		private static String text(@Nullable String typed) {
			return typed == null ? "" : typed;
		}
	}

	@GetMapping
	String all(Model model) {
		show(model, null, null);
		return "review/reviewers";
	}

	@PostMapping
	ModelAndView keep(Entry entry, Principal who, Model model, RedirectAttributes redirect) {
		Reviewer known = reviewer(entry.username());
		Reviewer changed;
		try {
			changed = read(entry, known);
		}
		catch (IllegalArgumentException wrong) {
			show(model, entry, wrong.getMessage());
			return new ModelAndView("review/reviewers", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		transaction.executeWithoutResult(status -> {
			profiles.keep(changed, who.getName(), clock.instant());
			audit.record(who.getName(), "note-reviewer", "reviewer", changed.id(), changed.username());
		});
		redirect.addFlashAttribute("notice", "Kept for " + changed.person().name() + ".");
		return new ModelAndView("redirect:/staff/reviewers");
	}

	/** @throws NoSuchElementException if there is no such reviewer */
	Reviewer reviewer(String username) {
		return assigning.reviewers()
			.stream()
			.filter(reviewer -> reviewer.username().equals(username))
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("Nobody of that name is in the group of reviewers"));
	}

	private static Reviewer read(Entry entry, Reviewer known) {
		if (entry.organisation().length() > LONGEST_NAME || entry.domains().length() > LONGEST_NAME) {
			throw new IllegalArgumentException("An organisation has at most " + LONGEST_NAME + " characters");
		}
		List<String> domains = Arrays.stream(entry.domains().split("[\\s,;]+")).filter(one -> !one.isBlank()).toList();
		domains.stream().filter(domain -> !domain.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+")).findFirst()
			.ifPresent(domain -> {
				throw new IllegalArgumentException("«" + domain + "» is no mail domain; write it like example.edu");
			});
		Set<String> languages = entry.languages() == null ? Set.of() : Set.copyOf(entry.languages());
		if (!LANGUAGES.keySet().containsAll(languages)) {
			throw new IllegalArgumentException("That is no language in which people can apply");
		}
		return new Reviewer(known.person(), cap(entry.cap()), languages, entry.organisation(), domains,
				known.absences());
	}

	private static @Nullable Integer cap(String text) {
		if (text.isBlank()) {
			return null;
		}
		if (!text.strip().matches("[0-9]{1,4}")) {
			throw new IllegalArgumentException("The most reviews must be a whole number, or empty");
		}
		return Integer.valueOf(text.strip());
	}

	/** @param entry what was typed about somebody and is wrong */
	void show(Model model, @Nullable Entry entry, @Nullable String problem) {
		model.addAttribute("reviewers", assigning.reviewers());
		model.addAttribute("languages", LANGUAGES);
		model.addAttribute("today", today());
		model.addAttribute("entry", entry);
		model.addAttribute("problem", problem);
	}

	private LocalDate today() {
		return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
	}
}
