package org.cohort.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.cohort.programme.Attribute;
import org.cohort.programme.Wording;
import org.junit.jupiter.api.Test;

class FoldingTests {

	private static final Attribute GENDER = new Attribute("gender", Wording.of("Gender"), null, false,
			List.of(value("woman"), value("man"), value("non-binary"), value("other")), Map.of());

	private static Attribute.Value value(String key) {
		return new Attribute.Value(key, Wording.of(key));
	}

	@Provide
	Arbitrary<List<Integer>> sizes() {
		return Arbitraries.integers().between(0, 20).list().ofSize(4);
	}

	@Property(tries = 500)
	void noSmallGroupIsShownAndNothingIsLost(@ForAll("sizes") List<Integer> sizes, @ForAll @IntRange(max = 20) int silent,
			@ForAll @IntRange(min = 2, max = 10) int smallGroup) {
		var breakdown = breakdown(sizes, silent, smallGroup);
		int shown = breakdown.groups().stream().mapToInt(Composition.Group::people).sum();
		assertThat(shown + breakdown.folded()).isEqualTo(sizes.stream().mapToInt(Integer::intValue).sum() + silent);
		assertThat(breakdown.groups()).allMatch(group -> group.people() >= smallGroup);
	}

	@Property(tries = 500)
	void whatIsFoldedIsNeverOneGroupAloneNorFewPeopleBesideShownOnes(@ForAll("sizes") List<Integer> sizes,
			@ForAll @IntRange(max = 20) int silent, @ForAll @IntRange(min = 2, max = 10) int smallGroup) {
		var breakdown = breakdown(sizes, silent, smallGroup);
		if (breakdown.folded() > 0 && !breakdown.groups().isEmpty()) {
			long hidden = sizes.stream().filter(size -> size > 0).count() + (silent > 0 ? 1 : 0) - breakdown.groups().size();
			assertThat(hidden).isGreaterThanOrEqualTo(2);
			assertThat(breakdown.folded()).isGreaterThanOrEqualTo(smallGroup);
		}
	}

	@Test
	void aSingleSmallGroupTakesTheNextOneWithIt() {
		var breakdown = breakdown(List.of(12, 7, 1, 0), 0, 5);
		assertThat(breakdown.groups()).extracting(Composition.Group::key).containsExactly("woman");
		assertThat(breakdown.folded()).isEqualTo(8);
	}

	@Test
	void groupsThatAreLargeEnoughAreAllShown() {
		var breakdown = breakdown(List.of(12, 7, 5, 0), 6, 5);
		assertThat(breakdown.groups()).extracting(Composition.Group::people).containsExactly(12, 7, 5, 6);
		assertThat(breakdown.folded()).isZero();
	}

	@Test
	void whoChoseSeveralIsCountedOnce() {
		List<Map<String, Set<String>>> answers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			answers.add(Map.of("gender", Set.of("woman", "other")));
		}
		var breakdown = Folding.composition(List.of(GENDER), 6, answers, 5).attributes().getFirst();
		assertThat(breakdown.groups()).singleElement().extracting(Composition.Group::people).isEqualTo(6);
	}

	private static Composition.Breakdown breakdown(List<Integer> sizes, int silent, int smallGroup) {
		List<Map<String, Set<String>>> answers = new ArrayList<>();
		for (int value = 0; value < sizes.size(); value++) {
			for (int person = 0; person < sizes.get(value); person++) {
				answers.add(Map.of("gender", Set.of(GENDER.values().get(value).key())));
			}
		}
		return Folding.composition(List.of(GENDER), answers.size() + silent, answers, smallGroup).attributes().getFirst();
	}
}
