package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cohort.review.FairShare.Dealt;
import org.cohort.review.FairShare.Demand;
import org.cohort.review.FairShare.Supply;
import org.junit.jupiter.api.Test;

class FairShareTests {

	/** A round that is made up from a seed. */
	private record Made(List<Demand> demands, List<Supply> supplies) {

		Dealt dealt() {
			return FairShare.deal(demands, supplies);
		}

		Map<String, Integer> loads(Dealt dealt) {
			Map<String, Integer> loads = new HashMap<>();
			supplies.forEach(supply -> loads.put(supply.reviewer(), supply.load()));
			dealt.given().values().forEach(people -> people.forEach(one -> loads.merge(one, 1, Integer::sum)));
			return loads;
		}
	}

	private static Made made(long seed, boolean wanted) {
		Random random = new Random(seed);
		List<Supply> supplies = new ArrayList<>();
		for (int s = 0; s <= random.nextInt(7); s++) {
			supplies.add(new Supply("r" + s, random.nextInt(4), random.nextInt(6)));
		}
		List<Demand> demands = new ArrayList<>();
		for (int d = 0; d <= random.nextInt(9); d++) {
			Map<String, Bar> bars = new HashMap<>();
			Set<String> holders = new HashSet<>();
			Set<String> pinned = new HashSet<>();
			for (Supply supply : supplies) {
				if (random.nextInt(3) == 0) {
					bars.put(supply.reviewer(), Bar.HAD_IT);
				}
				if (random.nextInt(4) == 0) {
					holders.add(supply.reviewer());
				}
				if (wanted && random.nextInt(4) == 0) {
					pinned.add(supply.reviewer());
				}
			}
			demands.add(new Demand(new UUID(seed, d), 1 + random.nextInt(3), bars, pinned, holders));
		}
		return new Made(demands, supplies);
	}

	@Property(tries = 500)
	void nobodyGetsMoreThanTheyTakeNorWhatTheyMustNotNorOneTwice(@ForAll long seed) {
		Made made = made(seed, true);
		Dealt dealt = made.dealt();
		Map<String, Integer> loads = made.loads(dealt);
		assertThat(made.supplies).allSatisfy(supply ->
				assertThat(loads.get(supply.reviewer()) - supply.load()).isBetween(0, supply.room()));
		assertThat(made.demands).allSatisfy(demand -> {
			List<String> got = dealt.given().get(demand.applicationId());
			assertThat(got).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(demand.reviews())
				.noneMatch(demand.bars()::containsKey);
		});
	}

	@Property(tries = 500)
	void asManyReviewsAsPossibleFindAReviewer(@ForAll long seed) {
		Made made = made(seed, false);
		int dealt = made.dealt().given().values().stream().mapToInt(List::size).sum();
		assertThat(dealt).isEqualTo(mostByAugmentingPaths(made));
	}

	@Property(tries = 500)
	void noSingleReviewCouldBePassedOnToMakeTheLoadsMoreEven(@ForAll long seed) {
		Made made = made(seed, false);
		Dealt dealt = made.dealt();
		Map<String, Integer> loads = made.loads(dealt);
		for (Demand demand : made.demands) {
			List<String> got = dealt.given().get(demand.applicationId());
			for (String from : got) {
				for (Supply to : made.supplies) {
					boolean could = !got.contains(to.reviewer()) && !demand.bars().containsKey(to.reviewer())
							&& loads.get(to.reviewer()) - to.load() < to.room();
					assertThat(could && loads.get(to.reviewer()) + 1 < loads.get(from)).isFalse();
				}
			}
		}
	}

	@Property(tries = 200)
	void whatFoundNobodyIsSaidWithAReasonForEveryReviewer(@ForAll long seed) {
		Made made = made(seed, true);
		Dealt dealt = made.dealt();
		for (Demand demand : made.demands) {
			int got = dealt.given().get(demand.applicationId()).size();
			if (got == demand.reviews()) {
				assertThat(dealt.missing()).doesNotContainKey(demand.applicationId());
			}
			else {
				FairShare.Shortfall missing = dealt.missing().get(demand.applicationId());
				assertThat(missing.reviews()).isEqualTo(demand.reviews() - got);
				assertThat(missing.why().values().stream().mapToInt(Integer::intValue).sum())
					.isEqualTo(made.supplies.size() - got);
			}
		}
	}

	@Property(tries = 100)
	void theSameQuestionHasTheSameAnswer(@ForAll long seed) {
		assertThat(made(seed, true).dealt()).isEqualTo(made(seed, true).dealt());
	}

	@Property(tries = 100)
	void withoutConflictsEverybodyHasTheSameGiveOrTakeOne(@ForAll @IntRange(min = 3, max = 8) int reviewers,
			@ForAll @IntRange(min = 1, max = 30) int applications) {
		List<Supply> supplies = new ArrayList<>();
		for (int i = 0; i < reviewers; i++) {
			supplies.add(new Supply("r" + i, 0, 1000));
		}
		List<Demand> demands = new ArrayList<>();
		for (int i = 0; i < applications; i++) {
			demands.add(new Demand(new UUID(1, i), 2, Map.of(), Set.of(), Set.of()));
		}
		Map<String, Integer> loads = new Made(demands, supplies).loads(FairShare.deal(demands, supplies));
		assertThat(loads.values().stream().mapToInt(Integer::intValue).max().orElseThrow()
				- loads.values().stream().mapToInt(Integer::intValue).min().orElseThrow()).isLessThanOrEqualTo(1);
	}

	@Test
	void nothingChangesHandsThatNeedNot() {
		List<Supply> supplies = List.of(new Supply("anna", 0, 9), new Supply("ben", 0, 9));
		List<Demand> demands = List.of(new Demand(new UUID(1, 1), 1, Map.of(), Set.of(), Set.of("ben")),
				new Demand(new UUID(1, 2), 1, Map.of(), Set.of(), Set.of("anna")));
		assertThat(FairShare.deal(demands, supplies).given().values()).containsExactly(List.of("ben"), List.of("anna"));
	}

	@Test
	void whomACoordinatorWantsGetsItEvenWithMoreToDo() {
		List<Supply> supplies = List.of(new Supply("anna", 5, 9), new Supply("ben", 0, 9));
		List<Demand> demands = List.of(new Demand(new UUID(1, 1), 1, Map.of(), Set.of("anna"), Set.of()));
		assertThat(FairShare.deal(demands, supplies).given().values()).containsExactly(List.of("anna"));
	}

	/** Ford and Fulkerson's way, one review at a time, on a table of capacities. */
	private static int mostByAugmentingPaths(Made made) {
		int demands = made.demands.size();
		int sink = demands + made.supplies.size() + 1;
		int[][] free = new int[sink + 1][sink + 1];
		for (int d = 0; d < demands; d++) {
			free[0][d + 1] = made.demands.get(d).reviews();
			for (int s = 0; s < made.supplies.size(); s++) {
				free[d + 1][demands + s + 1] = made.demands.get(d).bars().containsKey("r" + s) ? 0 : 1;
				free[demands + s + 1][sink] = made.supplies.get(s).room();
			}
		}
		int found = 0;
		while (augment(0, sink, free, new boolean[sink + 1])) {
			found++;
		}
		return found;
	}

	private static boolean augment(int at, int sink, int[][] free, boolean[] seen) {
		if (at == sink) {
			return true;
		}
		seen[at] = true;
		for (int next = 0; next <= sink; next++) {
			if (!seen[next] && free[at][next] > 0 && augment(next, sink, free, seen)) {
				free[at][next]--;
				free[next][at]++;
				return true;
			}
		}
		return false;
	}
}
