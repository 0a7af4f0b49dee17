package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of diversity: how much each further person of a value is worth, in double precision for what is
 * reported and in whole units for the solver. Index v runs over all targets, attribute by attribute.
 *
 * <p>Units: {@value #UNITS} per 1 of the objective. What n persons of a value are worth is rounded once, so a whole
 * cohort is off by at most half a unit per target; {@link #precision()} is twice that.
 */
final class Measure {

	static final long UNITS = 1_000_000_000L;

	/** Divisible by 1 to 12 and by 100: usual weights and shares are whole numbers of units, so equals stay equal. */
	private static final long OVERSHOOT_UNITS = 277_200;

	private final int seats;

	private final Objective objective;

	private final List<Trait> traits = new ArrayList<>();

	private final List<double[]> rows = new ArrayList<>();

	private final double totalWeight;

	private final double largestWeight;

	Measure(Policy policy) {
		this(policy, policy.objective());
	}

	Measure(Policy policy, Objective objective) {
		this.seats = policy.seats();
		this.objective = objective;
		double total = 0;
		double largest = 0;
		for (Attribute attribute : policy.attributes()) {
			double weight = objective == Objective.ENTROFY ? 1 : attribute.weight();
			double full = attribute.targets().stream().mapToDouble(target -> Math.sqrt(wanted(target))).sum();
			for (Target target : attribute.targets()) {
				traits.add(new Trait(attribute.name(), target.value()));
				rows.add(new double[] { wanted(target), weight, full });
			}
			// An attribute that wishes for nobody cannot be missed.
			total += full > 0 ? weight : 0;
			largest = Math.max(largest, weight);
		}
		this.totalWeight = total;
		this.largestWeight = largest;
	}

	private double wanted(Target target) {
		double persons = seats * target.share();
		return objective == Objective.ENTROFY ? Math.rint(persons) : nearest(persons);
	}

	/** 0.15 · 20 is 3, not 3.0000000000000004. */
	private static double nearest(double persons) {
		double whole = Math.rint(persons);
		return Math.abs(persons - whole) < 1e-9 ? whole : persons;
	}

	List<Trait> traits() {
		return traits;
	}

	/** k·target, the number of persons wished for. */
	double wanted(int v) {
		return rows.get(v)[0];
	}

	/** Most persons of the value that still add to the objective. */
	int steps(int v) {
		return (int) Math.ceil(wanted(v));
	}

	/** What n persons of the value are worth. */
	double worth(int v, int persons) {
		double root = Math.sqrt(Math.min(persons, wanted(v)));
		double full = rows.get(v)[2];
		if (objective == Objective.ENTROFY) {
			return root;
		}
		return full > 0 ? rows.get(v)[1] / totalWeight * root / full : 0;
	}

	long units(int v, int persons) {
		return Math.round(UNITS * worth(v, persons));
	}

	long units(int[] counts) {
		long sum = 0;
		for (int v = 0; v < counts.length; v++) {
			sum += units(v, counts[v]);
		}
		return sum;
	}

	double value(int[] counts) {
		if (totalWeight == 0) {
			return objective == Objective.ENTROFY ? 0 : 1;
		}
		double sum = 0;
		for (int v = 0; v < counts.length; v++) {
			sum += worth(v, counts[v]);
		}
		return sum;
	}

	/** How far objective and bound may be from the truth because the solver counts in whole units. */
	double precision() {
		return (double) traits.size() / UNITS;
	}

	/** The value that no cohort can exceed because every target is met. */
	double ceiling() {
		if (objective == Objective.DIVERSITY) {
			return 1;
		}
		double sum = 0;
		for (int v = 0; v < traits.size(); v++) {
			sum += worth(v, steps(v));
		}
		return sum;
	}

	/** Persons of the value that exceed the target by less than one count for this much. */
	long overshootOfFirst(int v) {
		return Math.round(overshootOfNext(v) * (steps(v) - wanted(v)));
	}

	/** Every further person beyond the target; nothing where nobody is wished for at all, because there is no scale. */
	long overshootOfNext(int v) {
		return totalWeight == 0 ? 0 : Math.round(OVERSHOOT_UNITS * rows.get(v)[1] / largestWeight);
	}

	/** Overshoot per seat that one whole unit stands for. */
	double overshootUnit() {
		return totalWeight == 0 ? 0 : largestWeight / (seats * totalWeight * OVERSHOOT_UNITS);
	}

	long overshootUnits(int v, int persons) {
		return persons < steps(v) ? 0 : overshootOfFirst(v) + overshootOfNext(v) * (persons - steps(v));
	}

	long overshootUnits(int[] counts) {
		long sum = 0;
		for (int v = 0; v < counts.length; v++) {
			sum += overshootUnits(v, counts[v]);
		}
		return sum;
	}

	/** Whole overshoot units of the given overshoot per seat. */
	long overshootUnits(double perSeat) {
		return Math.round(perSeat * seats * totalWeight / largestWeight * OVERSHOOT_UNITS);
	}

	/** Persons beyond the targets, per seat, weighted mean over the attributes. */
	double overshoot(int[] counts) {
		double sum = 0;
		for (int v = 0; v < counts.length; v++) {
			sum += rows.get(v)[1] * Math.max(0, counts[v] - wanted(v));
		}
		return totalWeight == 0 ? 0 : sum / totalWeight / seats;
	}
}
