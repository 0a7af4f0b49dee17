package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Effort;
import org.cohort.selection.optimiser.Engine.Status;
import org.junit.jupiter.api.Test;

/**
 * GLOP sometimes says neither «optimal» nor «impossible» of a program that has a solution. Without prices a large
 * program would go to CP-SAT whole, which at 100,000 people does not end.
 */
class MissingPricesTests {

	private static final Effort EFFORT = Effort.of(Duration.ofSeconds(30), 1);

	/** An engine that notes how many variables it was left to decide. */
	private static final class Counting implements Engine {

		private final CpSat solver = new CpSat();

		private final List<Long> free = new ArrayList<>();

		@Override
		public String name() {
			return "counting";
		}

		@Override
		public Answer solve(IntegerProgram program, Effort effort) {
			free.add(IntStream.range(0, program.size())
				.filter(i -> program.low(i) < program.high(i)).count());
			return solver.solve(program, effort);
		}
	}

	private final Counting engine = new Counting();

	@Test
	void aProgramIsNarrowedByThePricesOfALooserOneWhenItHasNone() {
		IntegerProgram program = strongest();
		long best = new Narrowing(new CpSat()).solve(program, EFFORT).objective();
		Prices.Linear silent = (asked, slack) -> slack == 0 ? null : Prices.glop(asked, slack);

		Answer answer = new Narrowing(engine, silent).solve(program, EFFORT);

		assertThat(engine.free.getFirst()).isLessThan(program.size() / 2);
		assertThat(answer.status()).isEqualTo(Status.OPTIMAL);
		assertThat(answer.objective()).isEqualTo(best);
	}

	@Test
	void aProgramWithoutAnyPricesIsSolvedWhole() {
		IntegerProgram program = strongest();

		Answer answer = new Narrowing(engine, (asked, slack) -> null).solve(program, EFFORT);

		assertThat(engine.free).containsExactly((long) program.size());
		assertThat(answer.status()).isEqualTo(Status.OPTIMAL);
	}

	/** Merit among cohorts of a given diversity, as many variables as people. */
	private static IntegerProgram strongest() {
		Instance instance = new Instance(PoolFixture.large(900, 5), PoolFixture.largePolicy(20));
		Formulation formulation = new Formulation(instance, Formulation.persons(instance), false);
		formulation.program.row(950_000_000L, formulation.diversity, IntegerProgram.FREE);
		IntegerProgram.Sum merit = new IntegerProgram.Sum();
		List<Formulation.Item> items = Formulation.persons(instance);
		for (int i = 0; i < items.size(); i++) {
			merit.add(i, instance.merit(items.get(i).members().getFirst()));
		}
		formulation.program.maximise(merit);
		return formulation.program;
	}
}
