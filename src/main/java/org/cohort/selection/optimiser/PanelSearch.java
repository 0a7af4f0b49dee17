package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Status;
import org.cohort.selection.optimiser.IntegerProgram.Sum;

import org.jspecify.annotations.Nullable;

/** Finds tolerated panels that are worth most at given prices: quickly by exchanges, or with proof by the solver. */
final class PanelSearch {

	private static final int ROAMS = 7;

	private static final long PRICE_UNITS = 100_000_000L;

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

	/** @param bound no tolerated panel is worth more */
	record Priced(@Nullable Panel panel, double bound) {
	}

	/** Several prices at once, each on a thread of its own; the answers in the order of the questions. */
	List<Priced> best(List<double[]> questions) {
		if (deadline.threads() == 1 || questions.size() == 1) {
			return questions.stream().map(this::best).toList();
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(questions.size())) {
			return threads.invokeAll(questions.stream().<Callable<Priced>>map(prices -> () -> best(prices)).toList())
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

	Priced best(double[] prices) {
		double largest = Arrays.stream(prices).max().orElse(0);
		double unit = largest > 0 ? largest / PRICE_UNITS : 1;
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), false);
		formulation.program.row(floor, formulation.diversity, IntegerProgram.FREE);
		Sum objective = new Sum();
		for (int t = 0; t < prices.length; t++) {
			long price = Math.round(prices[t] / unit);
			if (price > 0) {
				objective.add(t, price);
			}
		}
		formulation.program.maximise(objective);
		Answer answer = engine.solve(formulation.program, deadline.small());
		deadline.check();
		if (!answer.found() || answer.status() == Status.UNKNOWN) {
			return new Priced(null, Double.POSITIVE_INFINITY);
		}
		int[] taken = new int[prices.length];
		for (int t = 0; t < taken.length; t++) {
			taken[t] = (int) answer.solution()[t];
		}
		return new Priced(new Panel(taken), (answer.bound() + instance.policy.seats() * 0.5) * unit);
	}

	/** The best panel that exchanges lead to. */
	Panel climb(Panel start, double[] prices) {
		return new PanelClimb(instance, floor, start.taken, prices).top();
	}

	/** Panels better than the threshold that exchanges lead to from the given ones. */
	List<Panel> nearby(Collection<Panel> starts, double[] prices, double threshold) {
		List<Panel> found = new ArrayList<>();
		for (Panel start : starts) {
			Panel top = new PanelClimb(instance, floor, start.taken, prices).roam(ROAMS);
			if (top != null && top.value(prices) > threshold && !found.contains(top)) {
				found.add(top);
			}
		}
		return found;
	}
}
