package org.cohort.process;

import org.cohort.directory.DirectoryUnavailable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says in a sentence what went wrong, for people who do not read stack traces. Messages of the database are left out:
 * they quote rows.
 */
final class PlainFault {

	private static final int LONGEST = 400;

	private PlainFault() {
	}

	static String of(Throwable fault) {
		String sentence = switch (fault) {
			case DirectoryUnavailable away -> "Keycloak, which knows our people, does not answer. " + away.getMessage();
			case DataAccessResourceFailureException away -> "The database does not answer.";
			case CannotCreateTransactionException away -> "The database does not answer.";
			case DataAccessException refused ->
				"The database refused what Cohort wanted to write (" + refused.getClass().getSimpleName() + ").";
			default -> fault.getClass().getSimpleName() + ": " + fault.getMessage();
		};
		return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
	}
}
