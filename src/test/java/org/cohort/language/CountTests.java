package org.cohort.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTests {

	@Test
	void onlyOneIsSingular() {
		assertThat(Count.of(0, "line")).isEqualTo("0 lines");
		assertThat(Count.of(1, "line")).isEqualTo("1 line");
		assertThat(Count.of(2, "line")).isEqualTo("2 lines");
		assertThat(Count.of(1, "person", "people")).isEqualTo("1 person");
		assertThat(Count.of(21, "person", "people")).isEqualTo("21 people");
	}
}
