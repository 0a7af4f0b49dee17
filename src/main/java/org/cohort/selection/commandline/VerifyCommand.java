package org.cohort.selection.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.cohort.selection.optimiser.InvalidInputException;
import org.cohort.selection.optimiser.InvalidInputException.Problem;
import org.cohort.selection.optimiser.Verifier;
import org.cohort.selection.optimiser.Verifier.Verification;

/** {@code verify FILE}: checks a stored proposal without a solver; exit 0 only when everything holds. */
final class VerifyCommand {

	private final PrintStream out;

	private final PrintStream err;

	VerifyCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int run(List<String> args) {
		if (args.size() != 1 || args.getFirst().startsWith("--")) {
			throw new InvalidInputException(List.of(new Problem("verify", "needs one stored proposal: verify FILE")));
		}
		Verification verification = new Verifier().verify(read(args.getFirst()));
		for (Verifier.Check check : verification.checks()) {
			out.println((check.holds() ? "holds   " : "BROKEN  ") + check.what() + ": " + check.found());
		}
		out.println(verification.holds() ? "Everything holds." : "This proposal does not hold.");
		out.flush();
		if (!verification.holds()) {
			err.println("The proposal was changed or is wrong.");
		}
		return verification.holds() ? CommandLine.FINE : CommandLine.FAILED;
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException | InvalidPathException unreadable) {
			throw new InvalidInputException(List.of(new Problem(file, "the file cannot be read as text.")));
		}
	}
}
