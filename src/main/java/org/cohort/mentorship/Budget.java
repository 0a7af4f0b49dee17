package org.cohort.mentorship;

/**
 * Mentor hours of a round: what the grant pays (hours per week × weeks × persons) against what was logged. Hours
 * beyond the budget are counted and flagged, never dropped.
 */
public record Budget(Hours perPersonAndWeek, int weeks, int persons, Hours used) {

	public Budget {
		if (weeks < 0 || persons < 0) {
			throw new IllegalArgumentException("Weeks and persons cannot be negative.");
		}
	}

	public Hours granted() {
		return perPersonAndWeek.times((long) weeks * persons);
	}

	public boolean isExceeded() {
		return used.moreThan(granted());
	}

	public Hours beyond() {
		return used.minus(granted());
	}

	public Hours left() {
		return granted().minus(used);
	}
}
