package org.cohort.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Summary;
import org.cohort.charts.Spreads;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.cohort.review.Strictness.Effect;
import org.cohort.review.Strictness.Rated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import jakarta.annotation.security.RolesAllowed;

/** How reviewers score beside each other, and every application's score, raw beside adjusted. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/scores")
@RolesAllowed({ "coordinators", "administrators" })
class ScoresPage {

	private static final int LONGEST_LABEL = 24;

	/** More lines than this nobody reads; the list of applications has them all. */
	private static final int MOST_APPLICATIONS = 500;

	private final ReviewStore store;

	private final Scoring scoring;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	ScoresPage(ReviewStore store, Scoring scoring, Applications applications, Programmes programmes,
			Directory directory) {
		this.store = store;
		this.scoring = scoring;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
	}

	/**
	 * One reviewer's scores in a round.
	 *
	 * @param deviation standard deviation; zero with one review
	 * @param effect nothing with too few reviews
	 */
	record Line(String name, int count, double mean, double deviation, double lowest, double highest,
			@Nullable Effect effect) {
	}

	/** One application's score with the code that staff use. */
	record Scored(UUID id, String code, Score score) {
	}

	@GetMapping
	String scores(@PathVariable UUID roundId, Model model) {
		Strictness strictness = scoring.strictness(roundId);
		Map<String, List<Double>> byReviewer = store.rated(roundId).stream().collect(Collectors.groupingBy(
				Rated::reviewer, TreeMap::new, Collectors.mapping(Rated::value, Collectors.toList())));
		List<Line> lines = new ArrayList<>();
		List<Spreads.Row> rows = new ArrayList<>();
		byReviewer.forEach((reviewer, values) -> {
			Line line = line(reviewer, values, strictness);
			lines.add(line);
			rows.add(new Spreads.Row(shortened(line.name()), values, line.mean(), line.deviation()));
		});
		Map<UUID, String> codes = applications.inRound(roundId).stream()
			.collect(Collectors.toMap(Summary::id, Summary::code));
		List<Scored> scored = scoring.scores(codes.keySet()).stream()
			.map(score -> new Scored(score.applicationId(), codes.get(score.applicationId()), score))
			.sorted(Comparator.comparing((Scored one) -> -one.score().adjusted()).thenComparing(Scored::code))
			.toList();
		model.addAttribute("round", programmes.round(roundId));
		model.addAttribute("lines", lines);
		model.addAttribute("groups", strictness.groups());
		model.addAttribute("formula", Strictness.FORMULA);
		model.addAttribute("picture", rows.isEmpty() ? null
				: new Spreads("Scores by reviewer: each dot a review, the bar one standard deviation around the mean",
						rows, 0, 100).svg());
		model.addAttribute("scored", scored.stream().limit(MOST_APPLICATIONS).toList());
		model.addAttribute("more", Math.max(0, scored.size() - MOST_APPLICATIONS));
		return "review/scores";
	}

	private Line line(String reviewer, List<Double> values, Strictness strictness) {
		DoubleSummaryStatistics all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
		double squares = values.stream().mapToDouble(value -> Math.pow(value - all.getAverage(), 2)).sum();
		double deviation = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
		return new Line(name(reviewer), values.size(), all.getAverage(), deviation, all.getMin(), all.getMax(),
				strictness.effects().get(reviewer));
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}

	private static String shortened(String name) {
		return name.length() > LONGEST_LABEL ? name.substring(0, LONGEST_LABEL - 1) + "…" : name;
	}
}
