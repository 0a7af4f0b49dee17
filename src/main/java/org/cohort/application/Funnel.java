package org.cohort.application;

import java.util.ArrayList;
import java.util.List;

import org.cohort.charts.Colour;
import org.cohort.charts.Rows;

/**
 * How far the applications of a round came: each number contains those below it, except that a withdrawal counts as far
 * as it had come.
 */
record Funnel(int begun, int sent, int confirmed, int eligible, int reviewed, int offered, int accepted) {

	/** One step; {@code share} is of those sent, from 0 to 100. */
	record Step(String label, int number, int share) {
	}

	public List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		steps.add(step("Sent", sent));
		steps.add(step("Address confirmed", confirmed));
		steps.add(step("Eligible", eligible));
		steps.add(step("Reviewed", reviewed));
		steps.add(step("Place offered", offered));
		steps.add(step("Place taken", accepted));
		return steps;
	}

	private Step step(String label, int number) {
		return new Step(label, number, sent == 0 ? 0 : Math.round(100f * number / sent));
	}

	String svg() {
		return new Rows("How far the applications came", steps().stream()
				.map(step -> new Rows.Row(step.label(), step.number(), Math.max(1, sent), Integer.toString(step.number()),
						Colour.MAIN))
				.toList()).svg();
	}
}
