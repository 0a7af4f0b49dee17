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
import org.cohort.application.Attributes;
import org.cohort.application.Stage;
import org.cohort.application.Summary;
import org.cohort.demographics.Demographics;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.SelectionSettings;
import org.cohort.programme.SelectionSettings.Limit;
import org.cohort.programme.SelectionSettings.Wish;
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

	private final Restrictions restrictions;

	PoolSource(Applications applications, Programmes programmes, Reviews reviews, Demographics demographics,
			Restrictions restrictions) {
		this.applications = applications;
		this.programmes = programmes;
		this.reviews = reviews;
		this.demographics = demographics;
		this.restrictions = restrictions;
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
		SelectionSettings rules = round.settings().selection();
		List<Summary> summaries = applications.inRound(roundId).stream().filter(wanted).toList();
		Set<UUID> ids = summaries.stream().map(Summary::id).collect(Collectors.toSet());
		Map<UUID, Double> scores = reviews.scores(ids).stream().collect(Collectors.toMap(Score::applicationId,
				Score::adjusted));
		Map<UUID, Map<String, Set<String>>> said = demographics.attributesForSelection(ids);
		Map<UUID, Attributes> known = applications.selectionAttributesInRound(roundId);
		Map<String, Map<UUID, String>> groups = new HashMap<>();
		rules.atMost().keySet().forEach(question -> groups.put(question, applications.comparableAnswers(roundId, question)));
		List<Entrant> entrants = new ArrayList<>();
		for (Summary summary : summaries) {
			Map<String, Set<String>> values = new HashMap<>(said.getOrDefault(summary.id(), Map.of()));
			values.putAll(known(known.get(summary.id())));
			Map<String, String> own = new HashMap<>();
			groups.forEach((question, answers) -> {
				if (answers.containsKey(summary.id())) {
					own.put(question, answers.get(summary.id()));
				}
			});
			entrants.add(new Entrant(summary.id(), summary.code(), scores.get(summary.id()), values, own));
		}
		return new PoolOfRound(entrants, dimensions(round, entrants), round.seats(), round.settings().smallGroup(), rules,
				restrictions.inForce(roundId), seed);
	}

	/** What follows from the answers; «unknown» is as good as not said. */
	private static Map<String, Set<String>> known(Attributes attributes) {
		Map<String, Set<String>> known = new HashMap<>();
		Map.of("region", attributes.region(), "time-zone", attributes.timeZoneBand(), "experience",
				attributes.experienceBand())
			.forEach((key, value) -> known.put(key, value.equals("unknown") ? Set.of() : Set.of(value)));
		return known;
	}

	private static List<Dimension> dimensions(Round round, List<Entrant> entrants) {
		SelectionSettings rules = round.settings().selection();
		List<Dimension> dimensions = new ArrayList<>();
		for (Attribute attribute : round.settings().selfIdentification()) {
			Wish wish = rules.wish(attribute.key());
			dimensions.add(new Dimension(attribute.key(), attribute.label().toString(), true, wish.weight(), attribute.values()
				.stream()
				.map(value -> aim(value.key(), value.label().toString(), attribute.targets().getOrDefault(value.key(), 0.0), wish))
				.toList()));
		}
		dimensions.add(known("region", "Part of the world", entrants, rules.wish("region")));
		dimensions.add(known("time-zone", "Time zone", entrants, rules.wish("time-zone")));
		dimensions.add(known("experience", "Experience", entrants, rules.wish("experience")));
		Set<String> seen = new HashSet<>();
		return dimensions.stream().filter(dimension -> seen.add(dimension.key())).toList();
	}

	private static Aim aim(String value, String label, double share, Wish wish) {
		Limit limit = wish.limits().get(value);
		return limit == null ? new Aim(value, label, share) : new Aim(value, label, share, limit.min(), limit.max());
	}

	/** Where nobody sets targets, every value that the pool has is wished for as much as every other. */
	private static Dimension known(String key, String label, List<Entrant> entrants, Wish wish) {
		Set<String> held = new TreeSet<>();
		entrants.forEach(entrant -> held.addAll(entrant.valuesOf(key)));
		double equal = held.isEmpty() ? 0 : 1.0 / held.size();
		Set<String> values = new TreeSet<>(held);
		values.addAll(wish.targets().keySet());
		values.addAll(wish.limits().keySet());
		return new Dimension(key, label, false, wish.weight(), values.stream()
			.map(value -> aim(value, spoken(key, value),
					wish.targets().isEmpty() ? held.contains(value) ? equal : 0 : wish.targets().getOrDefault(value, 0.0), wish))
			.toList());
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
