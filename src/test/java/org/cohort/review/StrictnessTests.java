package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cohort.review.Strictness.Rated;
import org.junit.jupiter.api.Test;

class StrictnessTests {

	@Property(tries = 300)
	void aUniformlyHarshReviewerChangesNoRanking(@ForAll long seed, @ForAll @DoubleRange(min = -40,
			max = 40) double harsh) {
		List<Rated> fair = connected(seed, true);
		String who = fair.get(Math.floorMod((int) seed, fair.size())).reviewer();
		List<Rated> shifted = fair.stream()
			.map(one -> one.reviewer().equals(who) ? new Rated(one.applicationId(), who, one.value() - harsh) : one).toList();
		Map<UUID, Double> before = adjusted(fair);
		Map<UUID, Double> after = adjusted(shifted);
		double apart = after.values().iterator().next() - before.values().iterator().next();
		assertThat(before.keySet()).allSatisfy(application ->
				assertThat(after.get(application) - before.get(application)).isCloseTo(apart, within(1e-6)));
	}

	@Property(tries = 200)
	void everybodyHarsherByTheSameShiftsEveryScoreByTheSame(@ForAll long seed,
			@ForAll @DoubleRange(min = -40, max = 40) double harsh) {
		List<Rated> fair = connected(seed, true);
		Map<UUID, Double> before = adjusted(fair);
		Map<UUID, Double> after = adjusted(fair.stream()
			.map(one -> new Rated(one.applicationId(), one.reviewer(), one.value() - harsh)).toList());
		assertThat(before.keySet()).allSatisfy(application ->
				assertThat(after.get(application)).isCloseTo(before.get(application) - harsh, within(1e-6)));
	}

	@Property(tries = 200)
	void whatReviewersDifferByIsFoundExactlyWhenNothingIsLeftToChance(@ForAll long seed) {
		List<Rated> rated = connected(seed, false);
		Strictness strictness = Strictness.of(rated, 1);
		Map<UUID, List<Double>> adjusted = rated.stream().collect(Collectors.groupingBy(Rated::applicationId,
				Collectors.mapping(strictness::adjusted, Collectors.toList())));
		assertThat(adjusted.values()).allSatisfy(values ->
				assertThat(values).allSatisfy(value -> assertThat(value).isCloseTo(values.getFirst(), within(1e-6))));
	}

	@Property(tries = 200)
	void theMeanOfAllScoresStays(@ForAll long seed) {
		List<Rated> rated = connected(seed, true);
		Strictness strictness = Strictness.of(rated, 1);
		assertThat(mean(rated, strictness::adjusted)).isCloseTo(mean(rated, Rated::value), within(1e-6));
	}

	@Property(tries = 200)
	void theOrderOfTheRowsChangesNothing(@ForAll long seed) {
		List<Rated> rated = new ArrayList<>(connected(seed, true));
		Map<String, Strictness.Effect> before = Strictness.of(rated, 1).effects();
		Collections.shuffle(rated, new Random(seed));
		Map<String, Strictness.Effect> after = Strictness.of(rated, 1).effects();
		assertThat(after.keySet()).isEqualTo(before.keySet()).allSatisfy(who ->
				assertThat(after.get(who).points()).isCloseTo(before.get(who).points(), within(1e-9)));
	}

	@Property(tries = 200)
	void withTooFewReviewsThereIsNoEffect(@ForAll long seed) {
		List<Rated> rated = connected(seed, true);
		Strictness strictness = Strictness.of(rated, rated.size() + 1);
		assertThat(rated).allSatisfy(one -> assertThat(strictness.adjusted(one)).isEqualTo(one.value()));
	}

	@Test
	void onlyThoseWithEnoughReviewsTakePart() {
		List<Rated> rated = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			rated.add(new Rated(new UUID(1, i), "anna", 30));
			rated.add(new Rated(new UUID(1, i), "ben", 50));
		}
		rated.add(new Rated(new UUID(1, 0), "chidi", 90));
		Strictness strictness = Strictness.of(rated, 5);
		assertThat(strictness.effect("anna")).isCloseTo(-10, within(1e-9));
		assertThat(strictness.effect("ben")).isCloseTo(10, within(1e-9));
		assertThat(strictness.effect("chidi")).isZero();
	}

	@Test
	void reviewersWhoShareNothingAreNotCompared() {
		List<Rated> rated = List.of(new Rated(new UUID(1, 1), "anna", 20), new Rated(new UUID(1, 2), "ben", 80));
		Strictness strictness = Strictness.of(rated, 1);
		assertThat(strictness.groups()).isEqualTo(2);
		assertThat(strictness.effect("anna")).isCloseTo(0, within(1e-9));
		assertThat(strictness.effect("ben")).isCloseTo(0, within(1e-9));
	}

	@Test
	void nobodyHasNoEffect() {
		assertThat(Strictness.of(List.of(), 5).effects()).isEmpty();
	}

	/** Two or three reviewers read each application, and all reviewers hang together over those that they share. */
	private static List<Rated> connected(long seed, boolean chance) {
		Random random = new Random(seed);
		int reviewers = 2 + random.nextInt(5);
		int applications = reviewers + random.nextInt(15);
		double[] effect = random.doubles(reviewers, -20, 20).toArray();
		List<Rated> rated = new ArrayList<>();
		for (int a = 0; a < applications; a++) {
			double quality = 20 + 60 * random.nextDouble();
			int first = a < reviewers - 1 ? a : random.nextInt(reviewers);
			for (int more = 0; more < Math.min(reviewers, 2 + random.nextInt(2)); more++) {
				int who = (first + more) % reviewers;
				rated.add(new Rated(new UUID(seed, a), "r" + who,
						quality + effect[who] + (chance ? 10 * random.nextGaussian() : 0)));
			}
		}
		return rated;
	}

	private static Map<UUID, Double> adjusted(List<Rated> rated) {
		Strictness strictness = Strictness.of(rated, 1);
		assertThat(strictness.groups()).isEqualTo(1);
		return rated.stream().collect(Collectors.groupingBy(Rated::applicationId, TreeMap::new,
				Collectors.averagingDouble(strictness::adjusted)));
	}

	private static double mean(List<Rated> rated, ToDoubleFunction<Rated> score) {
		return rated.stream().mapToDouble(score).average().orElseThrow();
	}
}
