package org.cohort.directory;

/**
 * A member of staff.
 *
 * @param username what they sign in with; the only part that may leave the directory for the engine
 * @param name first and last name, or the username if none was entered
 * @param email may be empty; who has none gets no mail
 */
public record Person(String username, String name, String email) {

	@Override
	public String toString() {
		return "Person[" + username + "]";
	}
}
