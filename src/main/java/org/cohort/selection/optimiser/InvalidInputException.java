package org.cohort.selection.optimiser;

import java.util.List;

/** Everything that is wrong with a pool or a policy, at once. */
public class InvalidInputException extends RuntimeException {

	private final transient List<Problem> problems;

	public InvalidInputException(List<Problem> problems) {
		super(String.join("\n", problems.stream().map(Problem::toString).toList()));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return problems;
	}

	/** One mistake; {@code place} says where, such as {@code pool.csv, row 7, column merit}, or is empty. */
	public record Problem(String place, String message) {

		@Override
		public String toString() {
			return place.isEmpty() ? message : place + ": " + message;
		}
	}
}
