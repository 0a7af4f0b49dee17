package org.cohort.programme;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How the programme chooses a cohort; what the words mean is in docs/selection.md. Everything that is unsaid has the
 * value that the founding programme uses.
 *
 * @param method who gets the seats among cohorts that are diverse enough: the strongest one, or a fair lottery over all
 * @param objective how diversity is measured
 * @param tolerance share of the diversity, 0 to 1, that may be given up for stronger applications or a fairer lottery
 * @param meritFloor score, 0 to 100, below which nobody is proposed
 * @param attributes weights and hard limits by attribute: one of the self-identification, or {@code region},
 * {@code time-zone}, {@code experience}
 * @param pairs hard limits for people who hold two values at once
 * @param atMost key of a question to how many people with the same answer may be chosen, such as the organisation
 * @param approvals how many different people of the committee must approve, 1 or 2
 * @param names whether the committee sees names beside the codes
 */
public record SelectionSettings(@Nullable Method method, @Nullable Objective objective, @Nullable Double tolerance,
		@Nullable Double meritFloor, Map<String, Wish> attributes, List<Pair> pairs, Map<String, Integer> atMost,
		@Nullable Integer approvals, @Nullable Boolean names) {

	/** The method and tolerance of the founding programme. */
	public static final SelectionSettings USUAL = new SelectionSettings(null, null, null, null, Map.of(),
			List.of(), Map.of(), null, null);

	private static final Pattern VALUE = Pattern.compile("[a-z][a-z0-9-]*=[a-z0-9][a-z0-9-]*");

	/** What decides among cohorts that are diverse enough. */
	public enum Method {
		STRONGEST, LOTTERY
	}

	/** How diversity is measured. */
	public enum Objective {
		DIVERSITY, ENTROFY
	}

	/**
	 * @param weight of the attribute in the diversity; 1 when unsaid
	 * @param targets wished shares of the seats by value, for an attribute that is not in the self-identification;
	 * without any, every value of the pool is wished for as much as every other
	 * @param limits hard limits by value, in persons
	 */
	public record Wish(@Nullable Double weight, Map<String, Double> targets, Map<String, Limit> limits) {

		public Wish {
			weight = weight == null ? 1 : weight;
			Check.between(weight, 0.01, 1000, "The weight of an attribute");
			targets = targets == null ? Map.of() : Map.copyOf(targets);
			targets.forEach((value, share) -> Check.between(share, 0, 1, "The target share of " + value));
			limits = limits == null ? Map.of() : Map.copyOf(limits);
		}
	}

	/** Persons of the cohort; at least one of the two is said. */
	public record Limit(@Nullable Integer min, @Nullable Integer max) {

		public Limit {
			limits(min, max, "A limit");
		}
	}

	/**
	 * @param first such as {@code gender=woman}
	 * @param second such as {@code region=western-africa}
	 */
	public record Pair(String first, String second, @Nullable Integer min, @Nullable Integer max) {

		public Pair {
			value(first);
			value(second);
			if (first.equals(second)) {
				throw new IllegalArgumentException("A pair needs two different values, not «" + first + "» twice.");
			}
			limits(min, max, "The pair of " + first + " and " + second);
		}

		private static void value(@Nullable String value) {
			if (value == null || !VALUE.matcher(value).matches()) {
				throw new IllegalArgumentException("A pair is made of values written as attribute=value, not «" + value + "».");
			}
		}
	}

	public SelectionSettings {
		method = method == null ? Method.STRONGEST : method;
		objective = objective == null ? Objective.DIVERSITY : objective;
		tolerance = tolerance == null ? 0.01 : tolerance;
		Check.between(tolerance, 0, 1, "The tolerance");
		if (meritFloor != null) {
			Check.between(meritFloor, 0, 100, "The merit floor");
		}
		attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
		pairs = pairs == null ? List.of() : List.copyOf(pairs);
		atMost = atMost == null ? Map.of() : Map.copyOf(atMost);
		atMost.forEach((question, most) -> Check.between(most, 1, 1000, "How many may have the same " + question));
		approvals = approvals == null ? 1 : approvals;
		Check.between(approvals, 1, 2, "The number of approvals");
		names = Boolean.TRUE.equals(names);
	}

	/** What is said about an attribute, or that nothing is. */
	public Wish wish(String attribute) {
		return attributes.getOrDefault(attribute, new Wish(null, Map.of(), Map.of()));
	}

	/** Refuses names that the programme does not have. */
	void fit(List<Attribute> selfIdentification, List<Question> questions) {
		attributes.forEach((key, wish) -> selfIdentification.stream().filter(attribute -> attribute.key().equals(key))
				.findFirst().ifPresentOrElse(attribute -> fit(attribute, wish), () -> known(key)));
		for (String question : atMost.keySet()) {
			if (questions.stream().noneMatch(asked -> asked.key().equals(question))) {
				throw new IllegalArgumentException("In at-most: there is no question «" + question + "».");
			}
		}
		for (Pair pair : pairs) {
			for (String value : List.of(pair.first, pair.second)) {
				String key = value.substring(0, value.indexOf('='));
				if (selfIdentification.stream().noneMatch(attribute -> attribute.key().equals(key))) {
					known(key);
				}
			}
		}
	}

	private static void fit(Attribute attribute, Wish wish) {
		if (!wish.targets.isEmpty()) {
			throw new IllegalArgumentException("The targets of " + attribute.key() + " stand in the self-identification.");
		}
		for (String value : wish.limits.keySet()) {
			if (attribute.values().stream().noneMatch(one -> one.key().equals(value))) {
				throw new IllegalArgumentException("The limit for «" + value + "» of attribute " + attribute.key()
						+ " is not about one of its values.");
			}
		}
	}

	private static void known(String key) {
		if (!List.of("region", "time-zone", "experience").contains(key)) {
			throw new IllegalArgumentException("The selection has no attribute «" + key + "».");
		}
	}

	private static void limits(@Nullable Integer min, @Nullable Integer max, String what) {
		if (min == null && max == null) {
			throw new IllegalArgumentException(what + " needs a min or a max.");
		}
		if (min != null && min < 0 || max != null && max < 0 || min != null && max != null && min > max) {
			throw new IllegalArgumentException(what + " must not be negative, and its min not larger than its max.");
		}
	}
}
