package org.cohort.selection.commandline;

import java.util.Locale;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Lottery;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Target;
import org.cohort.selection.optimiser.Trait;

import org.jspecify.annotations.Nullable;

/** The result for reading: who, how good, and a bar for pool, target and cohort of every value. */
final class Summary {

	private static final int WIDTH = 24;

	private final StringBuilder text = new StringBuilder();

	private Summary() {
	}

	/**
	 * @param solution the best cohort, for proof and bound
	 * @param shown the cohort whose bars are drawn: the same, or the one that was drawn by lot
	 */
	static String of(Request request, Solution solution, Solution shown, @Nullable Lottery lottery, double seconds,
			boolean verified) {
		Summary summary = new Summary();
		summary.headline(request, solution);
		if (lottery != null) {
			summary.lottery(lottery);
		}
		for (Attribute attribute : request.policy().attributes()) {
			summary.attribute(attribute, request.pool(), shown, request.policy().seats());
		}
		summary.line("%s in %.2f s; %s", solution.solver(), seconds,
				verified ? "checked without the solver: everything holds." : "CHECKED WITHOUT THE SOLVER: DOES NOT HOLD.");
		return summary.text.toString();
	}

	private void headline(Request request, Solution solution) {
		line(request.lottery() ? "The best %d of %d, against which the lottery is measured" : "%d of %d chosen",
				solution.selected().size(), request.pool().size());
		line("  %s", String.join(", ", solution.selected()));
		line("");
		line("Diversity   %.6f  (%s)", solution.objective(), solution.optimal() ? solution.objective() < solution.best()
				? String.format(Locale.ROOT, "proven: the most is %.6f; the rest was given up for merit", solution.best())
				: "proven: no cohort has more"
				: String.format(Locale.ROOT, "time ran out; at most %.6f is possible", solution.bound()));
		line("Overshoot   %.6f  persons beyond a target, per seat", solution.overshoot());
		if (solution.meanMerit() != null) {
			line("Mean merit  %.4f", solution.meanMerit());
		}
		for (Solution.StepResult step : solution.steps()) {
			line("  step %-10s %.2f s, %s", step.step().name().toLowerCase(Locale.ROOT), step.took().toMillis() / 1000.0,
					step.proven() ? "proven" : "not proven in time");
		}
		if (solution.settled()) {
			line("Any machine finds this very cohort from the same input and seed.");
		}
		line("");
	}

	private void lottery(Lottery lottery) {
		line("Lottery: %d equally likely cohorts; number %d was drawn:", lottery.panels().size(), lottery.drawn());
		line("  %s", String.join(", ", lottery.cohort()));
		line("Smallest chance %.4f %% (no lottery can have more than %.4f %%), Gini %.4f", 100 * lottery.minimumOfPossible(),
				100 * lottery.minimumBound(), lottery.gini());
		if (!lottery.never().isEmpty()) {
			line("%d are in no cohort that is good enough.", lottery.never().size());
		}
		line("");
	}

	private void attribute(Attribute attribute, Pool pool, Solution solution, int seats) {
		line("%s", attribute.name());
		int undisclosed = 0;
		for (var candidate : pool.candidates()) {
			undisclosed += candidate.valuesOf(attribute.name()).isEmpty() ? 1 : 0;
		}
		for (Target target : attribute.targets()) {
			Trait trait = new Trait(attribute.name(), target.value());
			long inPool = pool.candidates().stream().filter(candidate -> candidate.has(trait)).count();
			int chosen = solution.counts().getOrDefault(trait, 0);
			line("  %-18s pool %s %5.1f %%", target.value(), bar((double) inPool / pool.size()),
					100.0 * inPool / pool.size());
			line("  %-18s target %s %5.1f %%  %.1f", "", bar(target.share()).substring(2), 100 * target.share(),
					seats * target.share());
			line("  %-18s cohort %s %5.1f %%  %d", "", bar((double) chosen / seats).substring(2),
					100.0 * chosen / seats, chosen);
		}
		if (undisclosed > 0) {
			line("  not disclosed by %d of %d in the pool", undisclosed, pool.size());
		}
		line("");
	}

	private static String bar(double share) {
		int full = (int) Math.round(Math.min(1, share) * WIDTH);
		return "  " + "█".repeat(full) + "·".repeat(WIDTH - full);
	}

	private void line(String format, Object... values) {
		text.append(String.format(Locale.ROOT, format, values)).append('\n');
	}
}
