package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

class ExplainingTests {

	private final Optimiser optimiser = new Optimiser();

	@Property(tries = 20)
	void aSwapCostsWhatTheTwoCohortsDifferBy(@ForAll @LongRange(max = 1_000_000) long number) {
		Pool pool = PoolFixture.pool(15, number);
		Policy policy = PoolFixture.policy(4, number);
		List<String> cohort = List.of("p1", "p3", "p5", "p7");

		Swap swap = optimiser.swap(pool, policy, cohort, "p3", "p9");

		Solution before = optimiser.appraise(pool, policy, cohort);
		Solution after = optimiser.appraise(pool, policy, List.of("p1", "p9", "p5", "p7"));
		assertThat(swap.objective()).isCloseTo(after.objective() - before.objective(), within(1e-12));
		assertThat(swap.overshoot()).isCloseTo(after.overshoot() - before.overshoot(), within(1e-12));
		assertThat(swap.merit()).isCloseTo(4 * (after.meanMerit() - before.meanMerit()), within(1e-9));
		assertThat(swap.broken()).isEmpty();
	}

	/** From an optimal cohort no swap gains, and who follows a decline is the best of all who could. */
	@Property(tries = 15)
	void whoeverFollowsADeclineIsTheBestOfAllWhoCould(@ForAll @LongRange(max = 1_000_000) long number) {
		Pool pool = PoolFixture.pool(14, number);
		Policy policy = PoolFixture.policy(4, number);
		List<String> cohort = PoolFixture.solve(pool, policy).selected();

		Map<String, Swap> table = optimiser.ifDeclines(pool, policy, cohort);

		assertThat(table.keySet()).containsExactlyElementsOf(cohort);
		for (String out : cohort) {
			for (Candidate other : pool.candidates()) {
				if (!cohort.contains(other.id())) {
					Swap swap = optimiser.swap(pool, policy, cohort, out, other.id());
					assertThat(swap.objective()).isLessThanOrEqualTo(table.get(out).objective() + 1e-8)
							.isLessThanOrEqualTo(1e-8);
				}
			}
		}
	}

	@Test
	void everybodyLearnsWhy() {
		Pool pool = PoolFixture.pool(PoolFixture.person("africa", 50, "region=AF"),
				PoolFixture.person("europe", 90, "region=EU"), PoolFixture.person("europe2", 80, "region=EU"),
				PoolFixture.person("twin", 90, "region=EU"), PoolFixture.person("weak", 5, "region=EU"),
				PoolFixture.person("gone", 99, "region=AF"));
		Policy policy = Policy.of(2, List.of(Attribute.of("region", Target.of("AF", 0.5), Target.of("EU", 0.5))), "s")
				.withExclusion("gone", "withdrew").withMeritFloor(10.0);
		List<String> cohort = PoolFixture.solve(pool, policy).selected();

		Explanations why = optimiser.explain(pool, policy, cohort);

		assertThat(why.selected().get("africa").neededFor()).containsExactly(new Trait("region", "AF"));
		assertThat(why.selected().get("africa").withoutThem()).isCloseTo(-0.5, within(1e-12));
		String lucky = cohort.contains("twin") ? "twin" : "europe";
		String unlucky = lucky.equals("twin") ? "europe" : "twin";
		assertThat(why.selected().get(lucky).substitute().in()).isEqualTo(unlucky);
		assertThat(why.notSelected().get(unlucky).byLot()).isTrue();
		assertThat(why.notSelected().get(unlucky).best().out()).isEqualTo(lucky);
		assertThat(why.notSelected().get("europe2").byLot()).isFalse();
		assertThat(why.notSelected().get("europe2").best().merit()).isEqualTo(-10);
		assertThat(why.notSelected().get("gone").excluded()).isEqualTo("withdrew");
		assertThat(why.notSelected().get("weak").excluded()).contains("below the floor");
	}

	@Test
	void theFrontierTradesDiversityForMeritAndNothingElse() {
		Pool pool = PoolFixture.large(120, 2);
		Policy policy = PoolFixture.largePolicy(12).withTolerances(Tolerances.of(0.01));

		Frontier frontier = optimiser.frontier(pool, policy, PoolFixture.RUN);

		assertThat(frontier.points()).hasSizeGreaterThan(2);
		double merit = 0;
		for (Frontier.Point point : frontier.points()) {
			Solution solution = point.solution();
			assertThat(solution.objective()).isGreaterThanOrEqualTo(solution.best() * (1 - point.tolerance()) - 1e-7);
			assertThat(solution.meanMerit()).isGreaterThanOrEqualTo(merit);
			merit = solution.meanMerit();
		}
		assertThat(frontier.points()).anyMatch(point -> point.tolerance() == 0.01 && point.solution().selected()
				.equals(PoolFixture.solve(pool, policy).selected()));
	}

	@Test
	void aWaitingListPinsWhoAcceptedAndForgetsWhoDeclined() {
		Pool pool = PoolFixture.large(80, 9);
		Policy policy = PoolFixture.largePolicy(8);
		List<String> first = PoolFixture.solve(pool, policy).selected();
		String declined = first.get(3);
		Policy next = policy.withExclusion(declined, "declined");
		for (String id : first) {
			next = id.equals(declined) ? next : next.withPin(id, "accepted");
		}

		List<String> second = new ArrayList<>(PoolFixture.solve(pool, next).selected());

		assertThat(second).hasSize(8).doesNotContain(declined);
		second.removeAll(first);
		assertThat(second).containsExactly(optimiser.ifDeclines(pool, policy, first).get(declined).in());
	}
}
