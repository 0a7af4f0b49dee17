package org.cohort.directory;

import java.util.List;
import java.util.Optional;

/**
 * Who works here. Answers may be a minute old.
 */
public interface Directory {

	/**
	 * The people of a group who may sign in, ordered by username; empty if there is no such group.
	 * @throws DirectoryUnavailable if Keycloak does not answer
	 */
	List<Person> members(String group);

	/**
	 * Somebody who may sign in.
	 * @throws DirectoryUnavailable if Keycloak does not answer
	 */
	Optional<Person> person(String username);
}
