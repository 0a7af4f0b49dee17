package org.cohort.selection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One attribute in which a cohort should be diverse, with its targets.
 *
 * @param demographic whether its values come from voluntary self-identification and so may only be shown as counts
 * @param weight how much it counts; 1 when unsaid
 */
record Dimension(String key, String label, boolean demographic, @Nullable Double weight, List<Aim> aims) {

	/**
	 * One value of the attribute.
	 *
	 * @param share wanted share of the seats, 0 to 1
	 * @param min hard minimum of persons
	 * @param max hard maximum of persons
	 */
	record Aim(String value, String label, double share, @Nullable Integer min, @Nullable Integer max) {

		Aim {
			if (!(share >= 0 && share <= 1)) {
				throw new IllegalArgumentException("A target is a share between 0 and 1, not " + share);
			}
		}

		Aim(String value, String label, double share) {
			this(value, label, share, null, null);
		}

		boolean limited() {
			return min != null || max != null;
		}
	}

	Dimension {
		weight = weight == null ? 1 : weight;
		aims = List.copyOf(aims);
		Set<String> seen = new HashSet<>();
		for (Aim aim : aims) {
			if (!seen.add(aim.value())) {
				throw new IllegalArgumentException("The value " + aim.value() + " of " + key + " has two targets");
			}
		}
	}

	Dimension(String key, String label, boolean demographic, List<Aim> aims) {
		this(key, label, demographic, 1.0, aims);
	}

	/** Whether anything is wished for or limited; the others are shown but decide nothing. */
	boolean counts() {
		return aims.stream().anyMatch(aim -> aim.share() > 0 || aim.limited());
	}

	/** The value in words. */
	String spoken(String value) {
		return aims.stream().filter(aim -> aim.value().equals(value)).map(Aim::label).findFirst().orElse(value);
	}
}
