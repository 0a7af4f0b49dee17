package org.cohort.application;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the list says, as it was typed; what makes no sense filters nothing. It names no person: the
 * words that are looked for are kept in the session under {@code search}.
 */
record ListQuery(@Nullable String round, @Nullable String stage, @Nullable String outcome, @Nullable String min,
		@Nullable String max, @Nullable String missing, @Nullable String sort, @Nullable String search) {

	private static final Set<String> OUTCOMES = Set.of("ELIGIBLE", "BORDERLINE", "NOT_ELIGIBLE");

	ListQuery {
		round = text(round);
		stage = text(stage);
		outcome = text(outcome);
		min = text(min);
		max = text(max);
		missing = text(missing);
		sort = text(sort);
		search = text(search);
	}

	ListFilter filter(UUID roundId, String words) {
		String result = outcome.toUpperCase(Locale.ROOT);
		return new ListFilter(roundId, one(Stage.values(), stage), OUTCOMES.contains(result) ? result : null,
				score(min), score(max), one(Missing.values(), missing), words);
	}

	public ListOrder order() {
		return ListOrder.of(sort);
	}

	/** Whether anything but the round and the order was chosen. */
	public boolean narrows() {
		return !(stage + outcome + min + max + missing + search).isEmpty();
	}

	ListQuery searching(String key) {
		return new ListQuery(round, stage, outcome, min, max, missing, sort, key);
	}

	ListQuery in(String slug) {
		return new ListQuery(slug, stage, outcome, min, max, missing, sort, search);
	}

	public String address() {
		return address("", "");
	}

	/** The address of this list with one thing said otherwise, from its first page on. */
	public String address(String name, String value) {
		return address("/staff/applications", name, value);
	}

	public String address(String path, String name, String value) {
		Map<String, String> parts = fields();
		if (!name.isEmpty()) {
			parts.put(name, value);
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		parts.forEach((part, said) -> {
			if (!said.isEmpty()) {
				address.queryParam(part, "{" + part + "}");
			}
		});
		return address.encode().buildAndExpand(parts).toUriString();
	}

	/** For forms that lead back to this list. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("round", round);
		fields.put("stage", stage);
		fields.put("outcome", outcome);
		fields.put("min", min);
		fields.put("max", max);
		fields.put("missing", missing);
		fields.put("sort", sort);
		fields.put("search", search);
		fields.values().removeIf(String::isEmpty);
		return fields;
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value.strip();
	}

	private static @Nullable BigDecimal score(String text) {
		try {
			BigDecimal score = new BigDecimal(text.replace(',', '.'));
			return score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0 || score.scale() > 6 ? null : score;
		}
		catch (NumberFormatException none) {
			return null;
		}
	}

	private static <E extends Enum<E>> @Nullable E one(E[] all, String name) {
		return Arrays.stream(all).filter(each -> each.name().equalsIgnoreCase(name)).findFirst().orElse(null);
	}
}
