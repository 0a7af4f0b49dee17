package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cohort.selection.Comparison.Row;
import org.cohort.selection.Dimension.Aim;
import org.junit.jupiter.api.Test;

class ComparisonTests {

	private static final List<String> VALUES = List.of("a", "b", "c", "d", "e");

	private final Dimension dimension = new Dimension("letter", "Letter", true,
			VALUES.stream().map(value -> new Aim(value, value.toUpperCase(), 0.2)).toList());

	@Test
	void largeGroupsAreShownWithPoolTargetAndCohort() {
		List<Set<String>> pool = people(10, "a", 6, "b");
		Comparison comparison = Comparison.of(dimension, pool, people(1, "a", 3, "b"), 5);
		assertThat(row(comparison, "a")).isEqualTo(new Row("a", "A", 10, 10 / 16.0, 0.2, 1, 0.25));
		assertThat(row(comparison, "b").cohort()).isEqualTo(3);
		assertThat(row(comparison, "c").pool()).isZero();
	}

	@Test
	void aSmallGroupIsFoldedTogetherWithAnotherSoThatSubtractionTellsNothing() {
		Comparison comparison = Comparison.of(dimension, people(20, "a", 9, "b", 2, "c"), people(3, "a", 1, "b", 1, "c"), 5);
		assertThat(comparison.rows()).extracting(Row::value).doesNotContain("b", "c").contains("a", Comparison.FOLDED);
		assertThat(row(comparison, Comparison.FOLDED)).satisfies(row -> {
			assertThat(row.pool()).isEqualTo(11);
			assertThat(row.cohort()).isEqualTo(2);
			assertThat(row.target()).isEqualTo(0.4);
		});
	}

	@Test
	void smallGroupsThatAreLargeTogetherAreFoldedAmongThemselves() {
		Comparison comparison = Comparison.of(dimension, people(20, "a", 9, "b", 3, "c", 4, "d"), List.of(), 5);
		assertThat(comparison.rows()).extracting(Row::value).contains("a", "b", Comparison.FOLDED).doesNotContain("c", "d");
	}

	@Test
	void peopleWhoDidNotSayAreAGroupLikeAnyOther() {
		List<Set<String>> pool = new ArrayList<>(people(20, "a", 9, "b"));
		pool.add(Set.of());
		Comparison comparison = Comparison.of(dimension, pool, List.of(), 5);
		assertThat(comparison.rows()).extracting(Row::value).doesNotContain(Comparison.UNDISCLOSED);
	}

	@Test
	void anAttributeWithNothingButSmallGroupsIsHidden() {
		Comparison comparison = Comparison.of(dimension, people(2, "a", 3, "b"), people(1, "a"), 5);
		assertThat(comparison.hidden()).isTrue();
		assertThat(comparison.rows()).isEmpty();
	}

	@Property
	void noRowEverStandsForFewerPeopleOfThePoolThanTheThreshold(@ForAll("people") List<Set<String>> pool,
			@ForAll @IntRange(min = 2, max = 8) int smallGroup) {
		Comparison comparison = Comparison.of(dimension, pool, pool, smallGroup);
		assertThat(comparison.rows()).allMatch(row -> row.pool() == 0 || row.pool() >= smallGroup);
	}

	@Property
	void whatIsFoldedAlwaysHoldsAtLeastTwoValues(@ForAll("people") List<Set<String>> pool,
			@ForAll @IntRange(min = 2, max = 8) int smallGroup) {
		Comparison comparison = Comparison.of(dimension, pool, List.of(), smallGroup);
		if (comparison.rows().stream().anyMatch(row -> row.value().equals(Comparison.FOLDED))) {
			Set<String> held = new HashSet<>();
			pool.forEach(person -> held.addAll(person.isEmpty() ? Set.of(Comparison.UNDISCLOSED) : person));
			comparison.rows().forEach(row -> held.remove(row.value()));
			assertThat(held).hasSizeGreaterThanOrEqualTo(2);
		}
	}

	@Property
	void theOrderOfThePeopleChangesNothing(@ForAll("people") List<Set<String>> pool,
			@ForAll @IntRange(min = 2, max = 8) int smallGroup) {
		assertThat(Comparison.of(dimension, pool.reversed(), List.of(), smallGroup))
			.isEqualTo(Comparison.of(dimension, pool, List.of(), smallGroup));
	}

	@Provide
	Arbitrary<List<Set<String>>> people() {
		return Arbitraries.of(VALUES).set().ofMaxSize(2).list().ofMaxSize(40);
	}

	private static Row row(Comparison comparison, String value) {
		return comparison.rows().stream().filter(row -> row.value().equals(value)).findFirst().orElseThrow();
	}

	private static List<Set<String>> people(Object... countsAndValues) {
		List<Set<String>> people = new ArrayList<>();
		for (int i = 0; i < countsAndValues.length; i += 2) {
			String value = (String) countsAndValues[i + 1];
			Stream.generate(() -> Set.of(value)).limit((int) countsAndValues[i]).forEach(people::add);
		}
		return people;
	}
}
