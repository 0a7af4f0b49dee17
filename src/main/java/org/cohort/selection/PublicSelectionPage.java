package org.cohort.selection;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import jakarta.annotation.security.PermitAll;

import org.cohort.language.Dates;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** For everybody: how a round is chosen, what its seed is bound by, and afterwards the published numbers. */
@Controller
@PermitAll
class PublicSelectionPage {

	private final Programmes programmes;

	private final Seeds seeds;

	private final DecisionStore decisions;

	private final Publication publication;

	PublicSelectionPage(Programmes programmes, Seeds seeds, DecisionStore decisions, Publication publication) {
		this.programmes = programmes;
		this.seeds = seeds;
		this.decisions = decisions;
		this.publication = publication;
	}

	/** A target in the reader's language. */
	record Wished(String attribute, String values) {
	}

	@GetMapping("/selection/{slug}")
	@PermitAll
	String selection(@PathVariable String slug, Model model, Locale locale) {
		Round round = programmes.roundBySlug(slug)
			.orElseThrow(() -> new NoSuchElementException("There is no round with this name."));
		boolean announced = decisions.approval(round.id()).filter(approval -> approval.announcedAt() != null).isPresent();
		model.addAttribute("round", round);
		model.addAttribute("rules", round.settings().selection());
		model.addAttribute("criteria",
				round.settings().rubric().stream().map(criterion -> criterion.label().in(locale)).toList());
		model.addAttribute("wishes", round.settings().selfIdentification().stream()
			.filter(attribute -> !attribute.targets().isEmpty()).map(attribute -> wished(attribute, locale)).toList());
		model.addAttribute("seed", seeds.drawn(round.id()).orElse(null));
		model.addAttribute("announced", announced);
		model.addAttribute("published", publication.of(round.id()).orElse(null));
		model.addAttribute("dates", new Dates(locale));
		model.addAttribute("zone", round.settings().timeZone());
		return "selection/public";
	}

	private static Wished wished(Attribute attribute, Locale locale) {
		List<String> values = attribute.values().stream()
			.filter(value -> attribute.targets().getOrDefault(value.key(), 0.0) > 0)
			.map(value -> value.label().in(locale) + " " + Math.round(attribute.targets().get(value.key()) * 100) + "\u00a0%")
					.toList();
		return new Wished(attribute.label().in(locale), String.join(", ", values));
	}
}
