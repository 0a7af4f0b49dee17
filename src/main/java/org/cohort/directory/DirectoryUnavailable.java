package org.cohort.directory;

/** Keycloak did not answer, or refused us. Says which and what to look at; trying again later is right. */
public class DirectoryUnavailable extends RuntimeException {

	public DirectoryUnavailable(String message, Throwable cause) {
		super(message, cause);
	}
}
