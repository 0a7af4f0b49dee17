package org.cohort.selection;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody is in a cohort or not, in words that give nobody's self-identification away.
 *
 * @param member whether they are in it
 * @param neededFor values, in words, of which the cohort would have fewer than wished for without them; of what follows
 * from answers only
 * @param neededPrivately whether what they said about themselves is needed as well
 * @param without how much diversity, as a share, an empty seat in their place would cost
 * @param other the code of the best substitute of a member, or of whom somebody else would displace; nobody when no
 * exchange keeps the hard limits
 * @param diversity what that exchange changes, as a share; negative is a loss
 * @param overshoot what it changes in persons beyond the targets, per seat; negative is better; unknown of reasons that were
 * kept before it was
 * @param score what it changes in the sum of the scores
 * @param byLot nothing but the lot decided between the two
 * @param decided the reason given by people or by the merit floor, when it was not the computation's choice
 */
record Reason(boolean member, List<String> neededFor, boolean neededPrivately, double without, @Nullable String other,
		double diversity, @Nullable Double overshoot, double score, boolean byLot, @Nullable String decided) {

	/** Less is rounding. */
	private static final double NOTHING = 1e-9;

	Reason {
		neededFor = List.copyOf(neededFor);
	}

	/** The change of diversity in points of a hundred, with its sign. */
	public String diversityPoints() {
		return signed(diversity * 100);
	}

	/** The change of the score with its sign. */
	public String scorePoints() {
		return signed(score);
	}

	/**
	 * Why the exchange that would bring somebody in was not made, in a sentence.
	 *
	 * @param drawn the cohort was drawn by a lottery
	 * @param changed the committee has replaced members since
	 */
	public String against(boolean drawn, boolean changed) {
		if (drawn) {
			return "The cohort was drawn by lot among all that are diverse enough"
					+ (changed ? " and then changed by the committee" : "") + "; scores did not count.";
		}
		boolean beyond = overshoot != null && overshoot > NOTHING;
		String diverse = diversity > NOTHING ? "more diverse" : "as diverse";
		if (diversity < -NOTHING) {
			return "The cohort would be less diverse.";
		}
		if (score < -NOTHING && (diversity > NOTHING || !beyond)) {
			return "The cohort would be " + diverse + " but weaker"
					+ (diversity > NOTHING ? "; so much diversity may be given up for the score." : ".");
		}
		if (beyond) {
			return "The cohort would be " + diverse + ", but more people would be beyond the targets.";
		}
		return changed ? "That would be no loss; the committee has put this cohort together by hand."
				: "That exchange by itself would be no loss.";
	}

	private static String signed(double value) {
		String sign = Math.abs(value) < 0.05 ? "±" : value > 0 ? "+" : "−";
		return sign + String.format(Locale.ROOT, "%.1f", Math.abs(value));
	}
}
