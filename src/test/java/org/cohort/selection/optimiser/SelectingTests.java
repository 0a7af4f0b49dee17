package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

class SelectingTests {

	@Property(tries = 60)
	void choosesTheVeryCohortThatLookingAtAllOfThemFinds(@ForAll @LongRange(max = 1_000_000) long number,
			@ForAll @IntRange(min = 5, max = 11) int size, @ForAll @IntRange(min = 1, max = 4) int seats,
			@ForAll @IntRange(max = 2) int tolerance) {
		Pool pool = PoolFixture.pool(size, number);
		Policy policy = PoolFixture.policy(seats, number).withTolerances(Tolerances.of(tolerance * 0.03));
		BruteForce bruteForce = new BruteForce(pool, policy);

		Solution solution = PoolFixture.solve(pool, policy);

		assertThat(solution.best()).isCloseTo(bruteForce.best(), within(1e-7));
		assertThat(solution.optimal()).isTrue();
		assertThat(solution.settled()).isTrue();
		assertThat(solution.bound()).isBetween(bruteForce.best() - 1e-12, bruteForce.best() + solution.precision());
		assertThat(solution.selected()).isEqualTo(bruteForce.chosen());
	}

	@Property(tries = 30)
	void agreesWithBruteForceOnEntrofysObjective(@ForAll @LongRange(max = 1_000_000) long number,
			@ForAll @IntRange(min = 1, max = 4) int seats) {
		Pool pool = PoolFixture.pool(10, number);
		Policy policy = PoolFixture.policy(seats, number).withObjective(Objective.ENTROFY);

		Solution solution = PoolFixture.solve(pool, policy);

		assertThat(solution.entrofy()).isCloseTo(new BruteForce(pool, policy).best(), within(1e-7));
		assertThat(solution.selected()).isEqualTo(new BruteForce(pool, policy).chosen());
	}

	@Property(tries = 40)
	void keepsEveryHardLimitOrSaysThatNoneCan(@ForAll @LongRange(max = 1_000_000) long number) {
		Random random = new Random(number);
		Pool plain = PoolFixture.pool(9, number);
		Pool pool = new Pool(plain.candidates().stream()
				.map(one -> one.withGroup("house", "h" + random.nextInt(4))).toList());
		Policy policy = limited(PoolFixture.policy(4, number), random).withAtMostPerGroup("house", 1 + random.nextInt(2))
				.withPairs(List.of(new PairLimit(new Trait("a0", "v0"), new Trait("a1", "v1"), null, 1)))
				.withMeritFloor(10.0).withPin("p1", "agreed").withExclusion("p2", "left");
		BruteForce bruteForce = new BruteForce(pool, policy);

		Outcome outcome = new Optimiser().select(pool, policy, PoolFixture.RUN);

		if (bruteForce.cohorts().isEmpty()) {
			assertThat(outcome).isInstanceOf(Infeasible.class);
			assertThat(((Infeasible) outcome).relaxation()).isNotEmpty();
		}
		else {
			assertThat(((Solution) outcome).selected()).isEqualTo(bruteForce.chosen());
		}
	}

	private static Policy limited(Policy policy, Random random) {
		List<Attribute> attributes = policy.attributes().stream().map(attribute -> new Attribute(attribute.name(),
				attribute.weight(),
				attribute.targets().stream()
						.map(target -> new Target(target.value(), target.share(), random.nextInt(3) == 0 ? 1 : null,
								random.nextInt(3) == 0 ? 2 : null))
						.toList()))
				.toList();
		return Policy.of(policy.seats(), attributes, policy.seed());
	}

	@Property(tries = 15)
	void theOrderOfRowsAndTargetsAndTheNumberOfThreadsChangeNothing(@ForAll @LongRange(max = 1_000_000) long number) {
		Pool pool = PoolFixture.pool(40, number);
		Policy policy = PoolFixture.policy(7, number);
		List<Candidate> rows = new ArrayList<>(pool.candidates());
		List<Attribute> attributes = new ArrayList<>();
		policy.attributes().forEach(attribute -> {
			List<Target> targets = new ArrayList<>(attribute.targets());
			Collections.reverse(targets);
			attributes.addFirst(new Attribute(attribute.name(), attribute.weight(), targets));
		});
		Collections.shuffle(rows, new Random(number));
		Run threads = new Run(Duration.ofSeconds(30), 4, progress -> {
		}, () -> false);
		Run one = new Run(Duration.ofSeconds(30), 1, progress -> {
		}, () -> false);

		Solution first = (Solution) new Optimiser().select(pool, policy, one);
		Solution second = (Solution) new Optimiser().select(new Pool(rows),
				Policy.of(7, attributes, policy.seed()), threads);

		assertThat(second.selected()).isEqualTo(first.selected());
		assertThat(second.objective()).isEqualTo(first.objective());
	}

	@Property(tries = 25)
	void aCloneOfAnApplicantNeverLowersDiversity(@ForAll @LongRange(max = 1_000_000) long number,
			@ForAll @IntRange(max = 19) int who) {
		Pool pool = PoolFixture.pool(20, number);
		Policy policy = PoolFixture.policy(5, number);
		List<Candidate> more = new ArrayList<>(pool.candidates());
		Candidate original = more.get(who);
		more.add(new Candidate("clone", original.values(), original.merit(), original.groups()));

		assertThat(PoolFixture.solve(new Pool(more), policy).objective())
				.isGreaterThanOrEqualTo(PoolFixture.solve(pool, policy).objective() - 1e-12);
	}

	/** Where every target rounds to nobody there is nothing to exceed either, and no figure may be without end. */
	@Test
	void whereNobodyIsWishedForMeritDecides() {
		Policy policy = Policy.of(1, List.of(Attribute.of("g", Target.of("x", 0.4), Target.of("y", 0.1))), "s")
				.withObjective(Objective.ENTROFY);
		Pool pool = PoolFixture.pool(PoolFixture.person("weak", 30), PoolFixture.person("strong", 50, "g=x"));

		Solution solution = PoolFixture.solve(pool, policy);

		assertThat(solution.selected()).containsExactly("strong");
		assertThat(solution.steps()).allSatisfy(step -> assertThat(step.value()).isFinite());
	}

	@Test
	void somebodyWhoDisclosedNothingIsChosenOnMerit() {
		Policy policy = Policy.of(2, List.of(Attribute.of("region", Target.of("AF", 0.5))), "s");
		Pool pool = PoolFixture.pool(PoolFixture.person("africa", 50, "region=AF"), PoolFixture.person("silent", 90),
				PoolFixture.person("africa2", 60, "region=AF"), PoolFixture.person("elsewhere", 80, "region=EU"));

		assertThat(PoolFixture.solve(pool, policy).selected()).containsExactly("africa2", "silent");
	}

	@Test
	void anotherSeedSettlesATieDifferentlyButNeverAnythingElse() {
		List<Candidate> equals = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			equals.add(PoolFixture.person("p" + i, 70, "region=AF"));
		}
		equals.add(PoolFixture.person("strong", 71, "region=AF"));
		Policy policy = Policy.of(3, List.of(Attribute.of("region", Target.of("AF", 1))), "one seed");

		List<String> first = PoolFixture.solve(new Pool(equals), policy).selected();
		List<String> second = PoolFixture.solve(new Pool(equals), policy.withSeed("another")).selected();

		assertThat(first).contains("strong").isNotEqualTo(second);
		assertThat(second).contains("strong");
	}

	@Test
	void whenTheTimeRunsOutTheGapIsHonest() {
		Pool pool = PoolFixture.large(3000, 7);
		Policy policy = PoolFixture.largePolicy(60);
		double best = PoolFixture.solve(pool, policy).objective();

		Solution hurried = (Solution) new Optimiser().select(pool, policy, Run.within(Duration.ofMillis(1)));

		assertThat(hurried.selected()).hasSize(60);
		assertThat(hurried.bound()).isGreaterThanOrEqualTo(best - hurried.precision());
		assertThat(hurried.settled()).isFalse();
		assertThat(hurried.objective()).isLessThanOrEqualTo(best + 1e-12);
	}

	@Test
	void aComputationThatIsCancelledStops() {
		Run cancelled = new Run(Duration.ofSeconds(60), 1, progress -> {
		}, () -> true);

		assertThatThrownBy(
				() -> new Optimiser().select(PoolFixture.large(2000, 3), PoolFixture.largePolicy(50), cancelled))
				.isInstanceOf(CancellationException.class);
	}

	@Test
	void whatContradictsItselfIsNamedTogetherWithTheLeastChange() {
		Pool pool = PoolFixture.pool(PoolFixture.person("a", 1, "g=x"), PoolFixture.person("b", 1, "g=x"),
				PoolFixture.person("c", 1, "g=y"));
		Policy policy = Policy.of(2, List.of(Attribute.of("g", new Target("x", 0.5, null, 1),
				new Target("y", 0.5, 2, null), Target.of("z", 0.1))), "s");

		Infeasible infeasible = (Infeasible) new Optimiser().select(pool, policy, PoolFixture.RUN);

		assertThat(infeasible.conflict()).anyMatch(limit -> limit.contains("g=y: at least 2"))
				.noneMatch(limit -> limit.contains("g=x"));
		assertThat(infeasible.relaxation()).containsExactly(new Infeasible.Relaxation("g=y", 1, "at least 1"));
	}

	@Test
	void tooFewApplicantsIsFewerSeats() {
		Infeasible infeasible = (Infeasible) new Optimiser().select(
				PoolFixture.pool(PoolFixture.person("a", 1, "g=x")),
				Policy.of(3, List.of(Attribute.of("g", Target.of("x", 1))), "s"), PoolFixture.RUN);

		assertThat(infeasible.relaxation()).containsExactly(new Infeasible.Relaxation("seats", 2, "1 seat"));
	}

	@Test
	void quotasThatAddUpToMoreThanTheSeatsAreMetByMoreSeats() {
		Pool pool = PoolFixture.pool(PoolFixture.person("a", 1, "g=x", "h=p"), PoolFixture.person("b", 1, "g=x", "h=p"),
				PoolFixture.person("c", 1, "g=y", "h=q"), PoolFixture.person("d", 1, "g=y", "h=q"));
		List<Target> halves = List.of(new Target("x", 0.5, 2, 2), new Target("y", 0.5, 2, 2));
		List<Target> others = List.of(new Target("p", 0.5, 2, 2), new Target("q", 0.5, 2, 2));
		Policy policy = Policy.of(3, List.of(new Attribute("g", 1, halves), new Attribute("h", 1, others)), "s");

		Infeasible infeasible = (Infeasible) new Optimiser().select(pool, policy, PoolFixture.RUN);

		assertThat(infeasible.relaxation()).containsExactly(new Infeasible.Relaxation("seats", 1, "4 seats"));
	}

	@Test
	void quotasThatLeaveNoChoiceInNumbersAreKeptByTheStrongest() {
		Pool pool = PoolFixture.large(219, 7);
		Solution free = PoolFixture.solve(pool, PoolFixture.largePolicy(60));
		Policy quotas = Policy.of(60, PoolFixture.largePolicy(60).attributes().stream().map(attribute -> new Attribute(
				attribute.name(), 1, attribute.targets().stream().map(target -> {
					int exactly = free.counts().get(new Trait(attribute.name(), target.value()));
					return new Target(target.value(), exactly / 60.0, exactly, exactly);
				}).toList())).toList(), "s");

		Solution exact = PoolFixture.solve(pool, quotas);

		assertThat(exact.counts()).isEqualTo(free.counts());
		assertThat(exact.objective()).isCloseTo(1, within(1e-9));
		assertThat(exact.meanMerit()).isEqualTo(free.meanMerit());
		assertThat(exact.settled()).isTrue();
	}

	@Test
	void whatIsWrongWithPolicyAndPoolIsSaidAllAtOnce() {
		Pool pool = PoolFixture.pool(PoolFixture.person("a", 1, "g=x"));
		Policy policy = Policy.of(1, List.of(Attribute.of("g", Target.of("x", 1))), "s").withPin("nobody", "r")
				.withPin("a", "r").withExclusion("ghost", "r").withAtMostPerGroup("household", 1);

		assertThatThrownBy(() -> new Optimiser().select(pool, policy, PoolFixture.RUN))
				.isInstanceOfSatisfying(InvalidInputException.class,
						wrong -> assertThat(wrong.problems()).hasSize(4));
	}

	@Test
	void theWorkedExampleOfTheDocumentation() {
		Policy policy = Policy.of(4, List.of(Attribute.of("gender", Target.of("woman", 0.5), Target.of("man", 0.5))), "s");
		Pool pool = PoolFixture.pool(PoolFixture.person("a", 1, "gender=woman"),
				PoolFixture.person("b", 1, "gender=man"), PoolFixture.person("c", 1, "gender=man"),
				PoolFixture.person("d", 1, "gender=man"));

		Solution solution = PoolFixture.solve(pool, policy);

		assertThat(solution.diversity()).isCloseTo((1 + Math.sqrt(2)) / (2 * Math.sqrt(2)), within(1e-12));
		assertThat(solution.overshoot()).isEqualTo(0.25);
		assertThat(solution.counts()).isEqualTo(
				Map.of(new Trait("gender", "woman"), 1, new Trait("gender", "man"), 3));
	}

	@Test
	void entrofyRoundsHalvesToTheEvenNumber() {
		Policy policy = Policy.of(5, List.of(Attribute.of("g", Target.of("x", 0.5), Target.of("y", 0.3))), "s");
		Pool pool = PoolFixture.pool(PoolFixture.person("a", 1, "g=x"), PoolFixture.person("b", 1, "g=x"),
				PoolFixture.person("c", 1, "g=x"), PoolFixture.person("d", 1, "g=y"), PoolFixture.person("e", 1, "g=y"));

		// 2.5 and 1.5 both become 2.
		assertThat(PoolFixture.solve(pool, policy).entrofy()).isCloseTo(2 * Math.sqrt(2), within(1e-12));
	}
}
