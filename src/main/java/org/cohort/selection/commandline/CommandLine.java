package org.cohort.selection.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.cohort.selection.optimiser.InvalidInputException;
import org.cohort.selection.optimiser.OutOfTimeException;

/** The two commands that run without a server: {@code select} and {@code verify}. */
public final class CommandLine {

	/** All is well; for verify: everything holds. */
	static final int FINE = 0;

	/** Something that nobody expected, or a proposal that does not verify. */
	static final int FAILED = 1;

	/** The input is wrong; everything that is wrong has been said. */
	static final int BAD_INPUT = 2;

	/** No cohort keeps the hard limits. */
	static final int INFEASIBLE = 3;

	private static final Set<String> COMMANDS = Set.of("select", "verify");

	private CommandLine() {
	}

	/** Whether these arguments are for us and not for the server. */
	public static boolean handles(String[] args) {
		return args.length > 0 && COMMANDS.contains(args[0]);
	}

	/** Runs the command on standard output, in UTF-8 whatever the machine's locale, and returns the exit code. */
	public static int run(String[] args) {
		return run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
				new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
	}

	static int run(String[] args, PrintStream out, PrintStream err) {
		List<String> rest = Arrays.asList(args).subList(1, args.length);
		try {
			return args[0].equals("verify") ? new VerifyCommand(out, err).run(rest)
					: new SelectCommand(out, err).run(rest);
		}
		catch (InvalidInputException wrong) {
			err.println(wrong.problems().size() == 1 ? "The input has a mistake:"
					: "The input has " + wrong.problems().size() + " mistakes:");
			wrong.problems().forEach(problem -> err.println("  " + problem));
			return BAD_INPUT;
		}
		catch (OutOfTimeException late) {
			err.println(late.getMessage());
			return FAILED;
		}
	}
}
