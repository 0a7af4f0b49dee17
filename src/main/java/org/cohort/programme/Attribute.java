package org.cohort.programme;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that people may, if they wish, say about themselves on the separate page.
 *
 * @param several whether more than one value may be chosen
 * @param targets shares of the cohort (0 to 1) that the selection tries to reach, by value; may be empty
 */
public record Attribute(String key, Wording label, @Nullable Wording help, boolean several, List<Value> values,
		Map<String, Double> targets) {

	/** One answer that can be chosen. «Prefer not to say» is always there and is not a value. */
	public record Value(String key, Wording label) {

		public Value {
			Check.key(key, "The value");
			label = Check.text(label, "The label of value " + key);
		}
	}

	public Attribute {
		Check.key(key, "The attribute");
		label = Check.text(label, "The label of attribute " + key);
		values = values == null ? List.of() : List.copyOf(values);
		Check.between(values.size(), 2, 30, "The number of values of attribute " + key);
		Check.distinct(values, Value::key, "In attribute " + key + " the value");
		targets = targets == null ? Map.of() : Map.copyOf(targets);
		for (Map.Entry<String, Double> target : targets.entrySet()) {
			if (values.stream().noneMatch(value -> value.key().equals(target.getKey()))) {
				throw new IllegalArgumentException("The target «" + target.getKey() + "» of attribute " + key
						+ " is not one of its values.");
			}
			Check.between(target.getValue(), 0, 1, "The target share of " + target.getKey());
		}
	}

	Attribute spoken(String main) {
		return new Attribute(key, label.spoken(main), Wording.spoken(help, main), several,
				values.stream().map(value -> new Value(value.key(), value.label().spoken(main))).toList(), targets);
	}
}
