package org.cohort.selection.optimiser;

/** One value of one attribute, such as {@code region = AF}. Sorted by attribute, then value. */
public record Trait(String attribute, String value) implements Comparable<Trait> {

	public Trait {
		Require.text(attribute, "The name of an attribute");
		Require.that(attribute.indexOf('=') < 0, "The name of an attribute must not contain «=»: " + attribute);
		Require.text(value, "A value of attribute " + attribute);
	}

	@Override
	public int compareTo(Trait other) {
		int byAttribute = attribute.compareTo(other.attribute);
		return byAttribute != 0 ? byAttribute : value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return attribute + "=" + value;
	}
}
