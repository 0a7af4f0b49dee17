package org.cohort.selection;

import org.cohort.selection.commandline.CommandLine;

/**
 * The commands {@code select} and {@code verify}, to which the application's main method hands over before Spring
 * starts.
 */
public final class SelectionCommands {

	private SelectionCommands() {
	}

	/** Whether these arguments are for us and not for the server. */
	public static boolean handle(String[] args) {
		return CommandLine.handles(args);
	}

	/** Runs the command and returns the exit code. */
	public static int run(String[] args) {
		return CommandLine.run(args);
	}
}
