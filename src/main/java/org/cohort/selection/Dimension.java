package org.cohort.selection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One attribute in which a cohort should be diverse, with its targets.
 *
 * @param demographic whether its values come from voluntary self-identification and so may only be shown as counts
 */
record Dimension(String key, String label, boolean demographic, List<Aim> aims) {

	/**
	 * One value of the attribute.
	 *
	 * @param share wanted share of the seats, 0 to 1
	 */
	record Aim(String value, String label, double share) {

		Aim {
			if (!(share >= 0 && share <= 1)) {
				throw new IllegalArgumentException("A target is a share between 0 and 1, not " + share);
			}
		}
	}

	Dimension {
		aims = List.copyOf(aims);
		Set<String> seen = new HashSet<>();
		for (Aim aim : aims) {
			if (!seen.add(aim.value())) {
				throw new IllegalArgumentException("The value " + aim.value() + " of " + key + " has two targets");
			}
		}
	}

	/** Whether anything is wished for; the others are shown but decide nothing. */
	boolean counts() {
		return aims.stream().anyMatch(aim -> aim.share() > 0);
	}
}
