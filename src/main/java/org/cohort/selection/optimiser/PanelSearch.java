package org.cohort.selection.optimiser;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Status;

import org.jspecify.annotations.Nullable;

/** Finds tolerated panels that are worth much at given prices: quickly by exchanges, or with proof by the solver. */
final class PanelSearch {

	/** Exchanges from one panel. */
	private static final int STEPS = 200;

	/** Panels that are kept of what one search by exchanges finds. */
	private static final int KEPT = 20;

	/** What the solver finds is good enough if nothing is better by more than this share. */
	private static final double ROUGHLY = 0.05;

	private final Instance instance;

	private final Engine engine;

	private final Deadline deadline;

	private final long floor;

	PanelSearch(Instance instance, Engine engine, Deadline deadline, long floor) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
		this.floor = floor;
	}

	/** @param cutoff only a panel worth at least this is looked for */
	record Question(double[] prices, double cutoff) {
	}

	/** @param bound no tolerated panel is worth more */
	record Priced(@Nullable Panel panel, double bound) {
	}

	/**
	 * A good panel for each of the questions, or the proof that there is none; each on a thread of its own, the answers
	 * in the order of the questions.
	 */
	List<Priced> better(List<Question> questions) {
		if (deadline.threads() == 1 || questions.size() == 1) {
			return questions.stream().map(this::better).toList();
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(questions.size())) {
			return threads.invokeAll(questions.stream().<Callable<Priced>>map(one -> () -> better(one)).toList())
					.stream().map(PanelSearch::result).toList();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The lottery was cancelled.");
		}
	}

	private static Priced result(Future<Priced> future) {
		return switch (future.state()) {
			case SUCCESS -> future.resultNow();
			default -> {
				if (future.exceptionNow() instanceof RuntimeException failed) {
					throw failed;
				}
				throw new IllegalStateException(future.exceptionNow());
			}
		};
	}

	/** The panel that is worth most. */
	Priced best(double[] prices) {
		return priced(prices, 0, deadline.small());
	}

	private Priced better(Question question) {
		return priced(question.prices(), question.cutoff(), deadline.small().roughly(ROUGHLY));
	}

	private Priced priced(double[] prices, double cutoff, Engine.Effort effort) {
		WholePrices whole = WholePrices.of(prices, instance.policy.seats());
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), false);
		formulation.program.row(floor, formulation.diversity, IntegerProgram.FREE);
		formulation.program.maximise(whole.sum());
		formulation.program.row(whole.least(cutoff), whole.sum(), IntegerProgram.FREE);
		Answer answer = engine.solve(formulation.program, effort);
		deadline.check();
		if (cutoff > 0 && answer.status() == Status.IMPOSSIBLE) {
			return new Priced(null, cutoff);
		}
		if (!answer.found() || answer.status() == Status.UNKNOWN) {
			return new Priced(null, Double.POSITIVE_INFINITY);
		}
		int[] taken = new int[prices.length];
		for (int t = 0; t < taken.length; t++) {
			taken[t] = (int) answer.solution()[t];
		}
		return new Priced(new Panel(taken), whole.most(answer.bound()));
	}

	/** The best panel that exchanges lead to. */
	Panel near(Panel start, double[] prices) {
		return nearby(List.of(start), prices, start.value(prices)).stream().findFirst().orElse(start);
	}

	/** Panels worth more than the threshold that exchanges lead to from the given ones, the best first. */
	List<Panel> nearby(Collection<Panel> starts, double[] prices, double threshold) {
		Set<Panel> found = new LinkedHashSet<>();
		for (Panel start : starts) {
			found.addAll(new PanelTabu(instance, floor, start, prices).search(STEPS, threshold));
		}
		return found.stream().sorted(Comparator.comparingDouble((Panel panel) -> -panel.value(prices))).limit(KEPT)
				.toList();
	}
}
