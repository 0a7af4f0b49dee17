package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Effort;
import org.cohort.selection.optimiser.Engine.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTests {

	private static final Effort EFFORT = Effort.of(Duration.ofSeconds(30), 2);

	@Property(tries = 20)
	void bothSolversProveTheSameDiversity(@ForAll @LongRange(max = 1_000_000) long number) {
		IntegerProgram program = diversity(PoolFixture.pool(60, number), PoolFixture.policy(8, number));

		Answer first = new CpSat().solve(program, EFFORT);
		Answer second = new OjAlgo().solve(program, EFFORT);

		assertThat(first.status()).isEqualTo(Status.OPTIMAL);
		assertThat(program.holds(second.solution())).isTrue();
		assertThat((double) second.objective() / Measure.UNITS)
				.isCloseTo((double) first.objective() / Measure.UNITS, within(1e-7));
	}

	@Property(tries = 10)
	void bothSolversProveTheSameForEntrofy(@ForAll @LongRange(max = 1_000_000) long number) {
		IntegerProgram program = diversity(PoolFixture.pool(60, number),
				PoolFixture.policy(8, number).withObjective(Objective.ENTROFY));

		assertThat(new OjAlgo().solve(program, EFFORT).objective() / 1e9)
				.isCloseTo(new CpSat().solve(program, EFFORT).objective() / 1e9, within(1e-7));
	}

	/** Programs whose every solution the cuts of the second solver would cut off. */
	@ParameterizedTest
	@ValueSource(longs = { 258, 269 })
	void theSecondSolverIsSetUpToBeRight(long number) {
		IntegerProgram program = diversity(PoolFixture.pool(60, number),
				PoolFixture.policy(8, number).withObjective(Objective.ENTROFY));

		assertThat(new OjAlgo().solve(program, EFFORT).status()).isEqualTo(Status.OPTIMAL);
	}

	@Test
	void bothSolversAgreeOnALargePoolAndSoDoesNarrowing() {
		IntegerProgram program = diversity(PoolFixture.large(1500, 5), PoolFixture.largePolicy(30));

		long plain = new CpSat().solve(program, EFFORT).objective();
		Answer narrowed = new Narrowing(new CpSat()).solve(program, EFFORT);

		assertThat(narrowed.status()).isEqualTo(Status.OPTIMAL);
		assertThat(narrowed.objective()).isEqualTo(plain);
		assertThat(new OjAlgo().solve(program, EFFORT).objective() / 1e9).isCloseTo(plain / 1e9, within(1e-7));
	}

	@Test
	void narrowingFindsTheVeryCohortThatTheWholeProgramGives() {
		Pool pool = PoolFixture.large(900, 11);
		Policy policy = PoolFixture.largePolicy(20).withTolerances(Tolerances.of(0.01));

		Solution whole = (Solution) new Optimiser(new CpSat()).select(pool, policy, PoolFixture.RUN);
		Solution narrowed = PoolFixture.solve(pool, policy);

		assertThat(whole.settled()).isTrue();
		assertThat(narrowed.settled()).isTrue();
		assertThat(narrowed.selected()).isEqualTo(whole.selected());
	}

	/** OR-tools 9.15 calls this program impossible unless parts of its presolve are off (or-tools issue 5274). */
	@Test
	void aSolutionThatIsKnownToHoldIsNotCalledImpossible() {
		Pool pool = PoolFixture.pool(10, 0);
		Policy policy = PoolFixture.policy(3, 0).withObjective(Objective.ENTROFY);

		Solution solution = PoolFixture.solve(pool, policy);

		assertThat(solution.steps()).allMatch(Solution.StepResult::proven);
		assertThat(solution.selected()).isEqualTo(new BruteForce(pool, policy).chosen());
	}

	/** An engine that calls everything impossible which asks for more than to be possible, as presolve once did. */
	@Test
	void aSolverThatCallsKeptLimitsContradictoryIsNotBelieved() {
		CpSat solver = new CpSat();
		Engine wrong = new Engine() {

			@Override
			public String name() {
				return "wrong";
			}

			@Override
			public Answer solve(IntegerProgram program, Effort effort) {
				boolean relaxing = program.size() > 0 && program.low(0) == 0 && program.objective().size() > 0
						&& program.objective().factor(0) < 0;
				return relaxing ? solver.solve(program, effort) : new Answer(Status.IMPOSSIBLE, null, 0, 0);
			}
		};
		Pool pool = PoolFixture.pool(8, 3);

		assertThatThrownBy(() -> new Optimiser(wrong).select(pool, PoolFixture.policy(3, 3), PoolFixture.RUN))
				.isInstanceOf(IllegalStateException.class).hasMessageContaining("called limits contradictory");
	}

	@Test
	void theBoundFromPricesIsNeverBelowTheOptimum() {
		for (int number = 0; number < 30; number++) {
			IntegerProgram program = diversity(PoolFixture.pool(40, number), PoolFixture.policy(6, number));
			Prices prices = Prices.of(program, Prices::glop);

			assertThat(prices).isNotNull();
			assertThat(prices.bound()).isGreaterThanOrEqualTo(new CpSat().solve(program, EFFORT).objective());
		}
	}

	private static IntegerProgram diversity(Pool pool, Policy policy) {
		Instance instance = new Instance(pool, policy);
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), false);
		formulation.program.maximise(formulation.diversity);
		return formulation.program;
	}
}
