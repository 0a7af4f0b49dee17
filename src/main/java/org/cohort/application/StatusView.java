package org.cohort.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an application stands, for the person who sent it: a picture of five steps and a few sentences, whose words are
 * in the messages under {@code status.<stage>}.
 */
record StatusView(Stage stage, boolean confirmed, List<Step> steps, boolean mayWithdraw) {

	/**
	 * One step of the picture.
	 *
	 * @param state {@code done}, {@code now}, {@code next}, {@code stopped} or, after that, {@code never}
	 */
	record Step(String key, String state) {
	}

	private static final List<String> STEPS = List.of("confirm", "screening", "review", "decision", "offer");

	static StatusView of(Application application) {
		Stage stage = application.stage();
		boolean confirmed = application.confirmedAt() != null;
		int now = switch (stage) {
			case UNCONFIRMED -> confirmed ? 1 : 0;
			case LAPSED -> 0;
			case SCREENING, BORDERLINE, MAY_APPEAL, APPEALED, NOT_ELIGIBLE -> 1;
			case UNDER_REVIEW -> 2;
			case IN_POOL, WAITING_LIST, NOT_SELECTED -> 3;
			case OFFERED, DECLINED, OFFER_EXPIRED -> 4;
			case ACCEPTED -> 5;
			case WITHDRAWN -> confirmed ? 1 : 0;
		};
		List<Step> steps = new ArrayList<>();
		for (int step = 0; step < STEPS.size(); step++) {
			String after = stage.terminal() ? "never" : "next";
			String state = step < now ? "done" : step > now ? after : stage.terminal() ? "stopped" : "now";
			steps.add(new Step(STEPS.get(step), state));
		}
		return new StatusView(stage, confirmed, steps, Withdrawals.possible(stage));
	}

	/** Which words tell it. */
	public String words() {
		return "status." + (stage == Stage.UNCONFIRMED && confirmed ? Stage.SCREENING : stage).name()
				.toLowerCase(Locale.ROOT);
	}
}
