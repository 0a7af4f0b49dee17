package org.cohort.application;

import java.util.UUID;

/**
 * Implemented, as a bean, by a module that lets coordinators do something to many applications at once. The words are
 * in the messages under {@code bulk.<key>.label} and {@code bulk.<key>.question}.
 */
public interface BulkAction {

	/** Such as {@code remind-to-confirm}. */
	String key();

	/** Whether it can not be taken back, which people are told before. */
	boolean irrevocable();

	/**
	 * Does it to one application, in a transaction of its own with its audit entry; done again it must do no harm.
	 * @param actor the user name of who asked for it
	 */
	Result perform(UUID applicationId, String actor);

	/** What came of it, in a few words for the one who asked. */
	record Result(boolean done, String words) {
	}
}
