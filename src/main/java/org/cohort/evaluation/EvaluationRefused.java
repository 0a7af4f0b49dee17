package org.cohort.evaluation;

/** What somebody asked for is not possible now; the message says why, to that person. */
public class EvaluationRefused extends RuntimeException {

	public EvaluationRefused(String message) {
		super(message);
	}
}
