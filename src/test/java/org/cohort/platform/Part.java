package org.cohort.platform;

import java.time.Duration;

/** One running part of the platform. A test may kill it and start it again. */
public interface Part {

	/** Its name in messages, logs and pid files. */
	String name();

	/** Starts it and returns when it serves; does nothing when it runs. */
	void start();

	/** Ends it politely, within the time given, then not politely. */
	void stop(Duration patience);

	/** Ends it as a power cut would. */
	void kill();

	boolean isRunning();
}
