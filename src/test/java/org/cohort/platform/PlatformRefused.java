package org.cohort.platform;

/**
 * The platform did not start, for a reason that its reader can do something about: the message is one sentence for
 * them.
 */
public class PlatformRefused extends RuntimeException {

	PlatformRefused(String sentence) {
		super(sentence);
	}

	PlatformRefused(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
