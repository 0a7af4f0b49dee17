package org.cohort.process;

/** The engine does not answer, or is not ready for us yet. What was to be said waits in the outbox. */
class EngineUnavailable extends RuntimeException {

	EngineUnavailable(String message) {
		super(message);
	}

	EngineUnavailable(String message, Throwable cause) {
		super(message, cause);
	}
}
