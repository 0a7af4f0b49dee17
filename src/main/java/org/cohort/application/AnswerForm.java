package org.cohort.application;

/**
 * Questions with what stands in their fields, ready to be shown: {@code application/fields :: questions(form)} within a
 * form of one's own, whose fields are then given to {@link AnswerChanges#change}.
 */
public sealed interface AnswerForm permits FormView {

	/** Whether something is wrong with what was sent; the form says what, beside each field. */
	boolean refused();
}
