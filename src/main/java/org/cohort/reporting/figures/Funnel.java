package org.cohort.reporting.figures;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.cohort.application.Stage;

/**
 * How many applications came how far. Somebody who withdrew could have been anywhere, so they are counted as sent and
 * then apart; therefore no step is larger than the one before it.
 */
public record Funnel(List<Step> steps, long withdrew) {

	/** One step with the number of applications that reached it. */
	public record Step(String label, long people) {
	}

	private static final Set<Stage> NOT_CONFIRMED = EnumSet.of(Stage.UNCONFIRMED, Stage.LAPSED, Stage.WITHDRAWN);

	private static final Set<Stage> NOT_IN_REVIEW = and(NOT_CONFIRMED, Stage.SCREENING, Stage.BORDERLINE,
			Stage.MAY_APPEAL, Stage.APPEALED, Stage.NOT_ELIGIBLE);

	private static final Set<Stage> NOT_OFFERED = and(NOT_IN_REVIEW, Stage.UNDER_REVIEW, Stage.IN_POOL,
			Stage.WAITING_LIST, Stage.NOT_SELECTED);

	private static final Set<Stage> NOT_ACCEPTED = and(NOT_OFFERED, Stage.OFFERED, Stage.DECLINED, Stage.OFFER_EXPIRED);

	/** @param completed how many of those who took part ran to the end */
	public static Funnel of(Collection<Stage> stages, long completed) {
		long accepted = outside(stages, NOT_ACCEPTED);
		return new Funnel(List.of(new Step("Applications sent", stages.size()),
				new Step("Address confirmed", outside(stages, NOT_CONFIRMED)),
				new Step("Met the requirements", outside(stages, NOT_IN_REVIEW)),
				new Step("Offered a place", outside(stages, NOT_OFFERED)), new Step("Took part", accepted),
				new Step("Ran to the end", Math.min(completed, accepted))),
				stages.stream().filter(stage -> stage == Stage.WITHDRAWN).count());
	}

	private static long outside(Collection<Stage> stages, Set<Stage> excluded) {
		return stages.stream().filter(stage -> !excluded.contains(stage)).count();
	}

	private static Set<Stage> and(Set<Stage> stages, Stage... more) {
		var all = EnumSet.copyOf(stages);
		all.addAll(List.of(more));
		return all;
	}
}
