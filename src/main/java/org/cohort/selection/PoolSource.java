package org.cohort.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.application.Summary;
import org.cohort.demographics.Demographics;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.Reviews;
import org.cohort.review.Score;
import org.cohort.selection.Dimension.Aim;
import org.springframework.stereotype.Component;

/** Brings together what the selection needs to know of a round. What it returns is to be kept in memory only. */
@Component
class PoolSource {

	private final Applications applications;

	private final Programmes programmes;

	private final Reviews reviews;

	private final Demographics demographics;

	PoolSource(Applications applications, Programmes programmes, Reviews reviews, Demographics demographics) {
		this.applications = applications;
		this.programmes = programmes;
		this.reviews = reviews;
		this.demographics = demographics;
	}

	/** Applications that the committee can choose from now. */
	Set<UUID> inPool(UUID roundId) {
		return applications.inRound(roundId)
			.stream()
			.filter(summary -> summary.stage() == Stage.IN_POOL)
			.map(Summary::id)
			.collect(Collectors.toSet());
	}

	/** Everybody in the pool. */
	PoolOfRound pool(UUID roundId, String seed) {
		return gather(roundId, seed, summary -> summary.stage() == Stage.IN_POOL);
	}

	/** These applications, whatever their stage. */
	PoolOfRound pool(UUID roundId, String seed, Set<UUID> ids) {
		return gather(roundId, seed, summary -> ids.contains(summary.id()));
	}

	private PoolOfRound gather(UUID roundId, String seed, Predicate<Summary> wanted) {
		Round round = programmes.round(roundId);
		List<Summary> summaries = applications.inRound(roundId).stream().filter(wanted).toList();
		Set<UUID> ids = summaries.stream().map(Summary::id).collect(Collectors.toSet());
		Map<UUID, Double> scores = reviews.scores(ids).stream().collect(Collectors.toMap(Score::applicationId, Score::value));
		Map<UUID, Map<String, Set<String>>> said = demographics.attributesForSelection(ids);
		List<Entrant> entrants = new ArrayList<>();
		for (Summary summary : summaries) {
			Map<String, Set<String>> values = new HashMap<>(said.getOrDefault(summary.id(), Map.of()));
			values.putAll(known(summary.id()));
			entrants.add(new Entrant(summary.id(), summary.code(), scores.get(summary.id()), values));
		}
		return new PoolOfRound(entrants, dimensions(round, entrants), round.seats(), round.settings().smallGroup(), seed);
	}

	/** What follows from the answers; «unknown» is as good as not said. */
	private Map<String, Set<String>> known(UUID applicationId) {
		var attributes = applications.selectionAttributes(applicationId);
		Map<String, Set<String>> known = new HashMap<>();
		Map.of("region", attributes.region(), "time-zone", attributes.timeZoneBand(), "experience",
				attributes.experienceBand()).forEach((key, value) -> known.put(key, value.equals("unknown") ? Set.of() : Set.of(value)));
		return known;
	}

	private static List<Dimension> dimensions(Round round, List<Entrant> entrants) {
		List<Dimension> dimensions = new ArrayList<>();
		for (Attribute attribute : round.settings().selfIdentification()) {
			dimensions.add(new Dimension(attribute.key(), attribute.label().toString(), true, attribute.values()
				.stream()
				.map(value -> new Aim(value.key(), value.label().toString(), attribute.targets().getOrDefault(value.key(), 0.0)))
				.toList()));
		}
		dimensions.add(evenly("region", "Part of the world", entrants));
		dimensions.add(evenly("time-zone", "Time zone", entrants));
		dimensions.add(evenly("experience", "Experience", entrants));
		Set<String> seen = new HashSet<>();
		return dimensions.stream().filter(dimension -> seen.add(dimension.key())).toList();
	}

	/** Nobody sets targets for these: every value that the pool has is wished for as much as every other. */
	private static Dimension evenly(String key, String label, List<Entrant> entrants) {
		Set<String> values = new TreeSet<>();
		entrants.forEach(entrant -> values.addAll(entrant.valuesOf(key)));
		return new Dimension(key, label, false,
				values.stream().map(value -> new Aim(value, spoken(key, value), 1.0 / values.size())).toList());
	}

	/** Parts of the world are proper names, whose every word but «and» begins with a capital. */
	private static final Pattern NAMES = Pattern.compile("\\b(?!and\\b)[a-z]");

	/** {@code western-africa} becomes «Western Africa», {@code utc-4-to-utc-2} «UTC-4 to UTC-2». */
	private static String spoken(String key, String value) {
		if (value.startsWith("utc")) {
			return value.replace("-to-", " to ").replace("utc", "UTC");
		}
		String words = value.replace('-', ' ');
		if (key.equals("region")) {
			return NAMES.matcher(words).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
		}
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}
}
