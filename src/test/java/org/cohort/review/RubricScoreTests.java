package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cohort.programme.Criterion;
import org.cohort.programme.Wording;
import org.junit.jupiter.api.Test;

class RubricScoreTests {

	private final List<Criterion> rubric = List.of(criterion("motivation", 1, 5), criterion("learning", 3, 5));

	@Test
	void theLowestPointsGiveNothingAndTheHighestGiveHundred() {
		assertThat(RubricScore.ofReview(rubric, Map.of("motivation", 1, "learning", 1))).isZero();
		assertThat(RubricScore.ofReview(rubric, Map.of("motivation", 5, "learning", 5))).isEqualTo(100);
	}

	@Test
	void aCriterionOfThreeTimesTheWeightCountsThreeTimes() {
		assertThat(RubricScore.ofReview(rubric, Map.of("motivation", 5, "learning", 1))).isCloseTo(25, within(1e-9));
		assertThat(RubricScore.ofReview(rubric, Map.of("motivation", 1, "learning", 5))).isCloseTo(75, within(1e-9));
	}

	@Test
	void anApplicationHasTheMeanOfItsReviews() {
		assertThat(RubricScore.ofApplication(List.of(40.0, 70.0))).isCloseTo(55, within(1e-9));
	}

	@Test
	void aMissingCriterionIsRefusedByName() {
		assertThatThrownBy(() -> RubricScore.ofReview(rubric, Map.of("motivation", 3))).hasMessageContaining("learning");
	}

	@Test
	void pointsOutsideTheScaleAreRefused() {
		assertThatThrownBy(() -> RubricScore.ofReview(rubric, Map.of("motivation", 6, "learning", 1)))
			.hasMessageContaining("motivation");
		assertThatThrownBy(() -> RubricScore.ofReview(rubric, Map.of("motivation", 0, "learning", 1)))
			.hasMessageContaining("motivation");
	}

	@Property
	void everyScoreLiesBetweenNothingAndHundred(@ForAll("judged") Judged judged) {
		assertThat(RubricScore.ofReview(judged.rubric, judged.points)).isBetween(0.0, 100.0);
	}

	@Property
	void onePointMoreNeverLowersTheScore(@ForAll("judged") Judged judged) {
		double before = RubricScore.ofReview(judged.rubric, judged.points);
		for (Criterion criterion : judged.rubric) {
			Map<String, Integer> more = new HashMap<>(judged.points);
			more.computeIfPresent(criterion.key(), (key, points) -> Math.min(points + 1, criterion.highest()));
			assertThat(RubricScore.ofReview(judged.rubric, more)).isGreaterThanOrEqualTo(before - 1e-9);
		}
	}

	@Property
	void theOrderOfTheCriteriaChangesNothing(@ForAll("judged") Judged judged) {
		assertThat(RubricScore.ofReview(judged.rubric.reversed(), judged.points))
			.isCloseTo(RubricScore.ofReview(judged.rubric, judged.points), within(1e-9));
	}

	@Property
	void onlyTheRatioOfTheWeightsCounts(@ForAll("judged") Judged judged) {
		List<Criterion> doubled = judged.rubric.stream()
			.map(criterion -> criterion(criterion.key(), criterion.weight() * 2, criterion.highest()))
			.toList();
		assertThat(RubricScore.ofReview(doubled, judged.points)).isCloseTo(RubricScore.ofReview(judged.rubric, judged.points),
				within(1e-9));
	}

	record Judged(List<Criterion> rubric, Map<String, Integer> points) {
	}

	@Provide
	Arbitrary<Judged> judged() {
		Arbitrary<double[]> one = Combinators.combine(Arbitraries.doubles().between(0.01, 20),
				Arbitraries.integers().between(2, 10), Arbitraries.doubles().between(0, 1))
			.as((weight, highest, at) -> new double[] { weight, highest, 1 + Math.floor(at * (highest - 1)) });
		return one.list().ofMinSize(1).ofMaxSize(8).map(list -> {
			Map<String, Integer> points = new HashMap<>();
			List<Criterion> criteria = IntStream.range(0, list.size()).mapToObj(i -> {
				points.put("c" + i, (int) list.get(i)[2]);
				return criterion("c" + i, list.get(i)[0], (int) list.get(i)[1]);
			}).toList();
			return new Judged(criteria, points);
		});
	}

	private static Criterion criterion(String key, double weight, int highest) {
		return new Criterion(key, Wording.of(key), null, weight,
				IntStream.rangeClosed(1, highest).mapToObj(p -> Wording.of("Point " + p)).toList());
	}
}
