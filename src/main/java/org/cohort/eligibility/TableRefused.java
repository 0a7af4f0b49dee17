package org.cohort.eligibility;

import java.util.List;

/** A decision table that does not fit, or that the engine would not take; nothing was kept or changed. */
public class TableRefused extends RuntimeException {

	private final List<String> problems;

	/** @param problems each a sentence */
	public TableRefused(List<String> problems) {
		super(String.join(" ", problems));
		this.problems = List.copyOf(problems);
	}

	/** All that is wrong, each a sentence. */
	public List<String> problems() {
		return problems;
	}
}
