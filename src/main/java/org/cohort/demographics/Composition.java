package org.cohort.demographics;

import java.util.List;

/**
 * How a set of people is made up, in counts that tell about no one: groups that are too small are folded together.
 *
 * @param people how many people the set has
 * @param smallGroup groups smaller than this were folded
 * @param attributes one breakdown per attribute
 */
public record Composition(int people, int smallGroup, List<Breakdown> attributes) {

	public Composition {
		attributes = List.copyOf(attributes);
	}

	/**
	 * One attribute. The shown groups and {@code folded} add up to all people.
	 *
	 * @param folded people of groups too small to be shown, and of as many more groups as it takes to hide them
	 */
	public record Breakdown(String key, String label, List<Group> groups, int folded) {

		public Breakdown {
			groups = List.copyOf(groups);
		}
	}

	/** A group that is large enough to be shown. */
	public record Group(String key, String label, int people) {
	}
}
