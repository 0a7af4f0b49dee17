package org.cohort.eligibility.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TallyTests {

	@Provide
	Arbitrary<List<Tally>> commits() {
		return Arbitraries.longs().between(0, 4_000_000_000L)
				.map(second -> Tally.of(Instant.ofEpochSecond(second), ZoneOffset.UTC)).list().ofMaxSize(30);
	}

	@Property(tries = 200)
	void nothingIsLostOrCountedTwice(@ForAll("commits") List<Tally> commits) {
		Tally sum = commits.stream().reduce(Tally.NONE, Tally::plus);
		assertThat(sum.commits()).isEqualTo(commits.size());
		assertThat(sum.activeWeeks()).isLessThanOrEqualTo(commits.size());
		if (!commits.isEmpty()) {
			assertThat(sum.first()).isBeforeOrEqualTo(sum.last());
			assertThat(commits).allSatisfy(one -> assertThat(one.first()).isBetween(sum.first(), sum.last()));
		}
	}

	@Property(tries = 200)
	void theOrderDoesNotMatter(@ForAll("commits") List<Tally> commits) {
		assertThat(commits.reversed().stream().reduce(Tally.NONE, Tally::plus))
				.isEqualTo(commits.stream().reduce(Tally.NONE, Tally::plus));
	}
}
