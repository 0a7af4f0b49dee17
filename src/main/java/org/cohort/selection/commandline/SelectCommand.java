package org.cohort.selection.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cohort.selection.optimiser.Infeasible;
import org.cohort.selection.optimiser.Lottery;
import org.cohort.selection.optimiser.Optimiser;
import org.cohort.selection.optimiser.Outcome;
import org.cohort.selection.optimiser.Proposal;
import org.cohort.selection.optimiser.Run;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Verifier;

import org.jspecify.annotations.Nullable;

/** {@code select}: reads pool and targets, chooses, checks the result without the solver, and prints it. */
final class SelectCommand {

	private final PrintStream out;

	private final PrintStream err;

	SelectCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int run(List<String> args) {
		// Unpacking and linking the solver takes as long as reading a large pool; both at once.
		Thread.ofPlatform().daemon().start(Optimiser::warmUp);
		Request request = Request.read(args);
		long start = System.nanoTime();
		Run run = new Run(request.timeLimit(), request.threads(), progress -> {
		}, () -> false);
		Optimiser optimiser = new Optimiser();
		Outcome outcome = optimiser.select(request.pool(), request.policy(), run);
		return switch (outcome) {
			case Infeasible infeasible -> infeasible(infeasible, request);
			case Solution solution -> {
				Lottery lottery = request.lottery()
						? optimiser.lottery(request.pool(), request.policy(), solution, run) : null;
				yield report(request, solution, lottery, optimiser, start);
			}
		};
	}

	private int report(Request request, Solution solution, @Nullable Lottery lottery, Optimiser optimiser, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		String document = Proposal.of(request.pool(), request.policy(), solution, lottery).toJson();
		boolean verified = new Verifier().verify(document).holds();
		request.warnings().forEach(warning -> err.println("Note: " + warning));
		// After a draw the cohort that was drawn is the one to describe, not the best one.
		Solution shown = lottery == null ? solution
				: optimiser.appraise(request.pool(), request.policy(), lottery.cohort());
		out.print(request.json() ? JsonReport.of(solution, shown, lottery, seconds, verified)
				: Summary.of(request, solution, shown, lottery, seconds, verified));
		out.flush();
		String directory = request.out();
		if (directory != null) {
			store(Path.of(directory), document, lottery == null ? solution.selected() : lottery.cohort());
		}
		return verified ? CommandLine.FINE : CommandLine.FAILED;
	}

	private void store(Path directory, String document, List<String> cohort) {
		try {
			Files.createDirectories(directory);
			Files.writeString(directory.resolve("proposal.json"), document);
			Files.writeString(directory.resolve("cohort.csv"), "id\n" + String.join("\n", cohort) + "\n");
			err.println("Stored proposal.json and cohort.csv in " + directory + ".");
		}
		catch (IOException failed) {
			throw new UncheckedIOException("The files could not be stored in " + directory, failed);
		}
	}

	private int infeasible(Infeasible infeasible, Request request) {
		if (request.json()) {
			out.print(JsonReport.of(infeasible));
			out.flush();
		}
		err.println("No cohort keeps all limits. These contradict each other:");
		infeasible.conflict().forEach(limit -> err.println("  " + limit));
		err.println("The least change that helps:");
		infeasible.relaxation()
				.forEach(change -> err.println("  " + change.limit() + ": " + change.instead() + " (by " + change.by() + ")"));
		return CommandLine.INFEASIBLE;
	}
}
