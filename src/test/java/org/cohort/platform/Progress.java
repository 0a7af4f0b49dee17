package org.cohort.platform;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person in front of the terminal what happens, with the seconds since the beginning. */
final class Progress {

	private final PrintStream out;

	private final long begin = System.nanoTime();

	Progress(PrintStream out) {
		this.out = out;
	}

	void say(String sentence) {
		out.printf("[%3d s] %s%n", seconds(), sentence);
		out.flush();
	}

	/** Starts the part and says when it is there. */
	void start(Part part) {
		long from = System.nanoTime();
		part.start();
		say("%s is ready (%d s)".formatted(part.name(), Duration.ofNanos(System.nanoTime() - from).toSeconds()));
	}

	long seconds() {
		return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
	}
}
