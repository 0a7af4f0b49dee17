package org.cohort.application;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which applications of a round are looked for; null and empty leave everything in.
 *
 * @param outcome of the screening
 * @param atLeast the lowest score, from 0 to 100
 * @param atMost the highest score
 * @param words parts of names, addresses and codes that all have to be there
 */
record ListFilter(UUID roundId, @Nullable Stage stage, @Nullable String outcome, @Nullable BigDecimal atLeast,
		@Nullable BigDecimal atMost, @Nullable Missing missing, List<String> words) {

	/** From this many letters on, a word is found in the middle of others too. */
	private static final int ANYWHERE = 3;

	private static final int MOST_WORDS = 8;

	ListFilter(UUID roundId, @Nullable Stage stage, @Nullable String outcome, @Nullable BigDecimal atLeast,
			@Nullable BigDecimal atMost, @Nullable Missing missing, String words) {
		this(roundId, stage, outcome, atLeast, atMost, missing, split(words));
	}

	/** The conditions as SQL, only those that are used: the database plans for what it is asked. */
	String sql() {
		StringBuilder sql = new StringBuilder("round_id = :round");
		if (stage != null) {
			sql.append(" and stage = :stage");
		}
		if (outcome != null) {
			sql.append(" and outcome = :outcome");
		}
		if (atLeast != null) {
			sql.append(" and coalesce(score, -1) >= :atLeast");
		}
		if (atMost != null) {
			sql.append(" and coalesce(score, -1) between 0 and :atMost");
		}
		if (missing != null) {
			sql.append(" and ").append(missing.sql());
		}
		for (int word = 0; word < words.size(); word++) {
			sql.append(" and search like :word").append(word);
		}
		return sql.toString();
	}

	Map<String, Object> parameters(Instant now) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("round", roundId);
		parameters.put("stage", stage == null ? "" : stage.name());
		parameters.put("outcome", outcome == null ? "" : outcome);
		parameters.put("atLeast", atLeast == null ? BigDecimal.ZERO : atLeast);
		parameters.put("atMost", atMost == null ? BigDecimal.ZERO : atMost);
		parameters.put("now", Sql.utc(now));
		for (int word = 0; word < words.size(); word++) {
			parameters.put("word" + word, pattern(words.get(word)));
		}
		return parameters;
	}

	public boolean searches() {
		return !words.isEmpty();
	}

	/** Whether it asks for a whole round or for those at one stage, and for nothing else. */
	boolean ofStageOnly() {
		return outcome == null && atLeast == null && atMost == null && missing == null && words.isEmpty();
	}

	/** In the column every word has a space before it, so a short word is looked for at the beginning of others. */
	private static String pattern(String word) {
		String literal = word.replaceAll("([\\\\%_])", "\\\\$1");
		return word.length() < ANYWHERE ? "% " + literal + "%" : "%" + literal + "%";
	}

	/** As the database's function {@code searchable} writes it. */
	private static List<String> split(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]", "")
				.toLowerCase(Locale.ROOT);
		return Stream.of(plain.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
	}

	/** Names nobody, so that it may appear in a log. */
	@Override
	public String toString() {
		return "ListFilter[" + roundId + "]";
	}
}
