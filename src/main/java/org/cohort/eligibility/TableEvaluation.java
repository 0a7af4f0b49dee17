package org.cohort.eligibility;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Evaluates decision tables by the process engine; implemented where the engine is known. */
public interface TableEvaluation {

	/**
	 * Evaluates a table for many inputs without any process noticing it.
	 * @param each is given the place of an input and the rules that fired for it; one call at a time, in any order
	 * @throws TableRefused if the engine does not understand the table
	 * @throws IllegalStateException if the engine cannot be asked now
	 */
	void evaluate(DecisionTable table, List<Map<String, Object>> inputs, BiConsumer<Integer, List<Finding>> each);
}
