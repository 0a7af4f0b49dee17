package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RunTests {

	private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");

	private static final Run RUN = new Run(UUID.randomUUID(), START, Duration.ofDays(7), 10, false);

	@Test
	void whoIsReadyBeforeTheStartBeginsWithTheFirstWeek() {
		assertThat(RUN.firstWeekFor(START.minus(Duration.ofDays(30)))).isEqualTo(1);
		assertThat(RUN.firstWeekFor(START)).isEqualTo(1);
	}

	@Test
	void theFirstHalfOfAWeekStillCountsAsItsBeginning() {
		assertThat(RUN.firstWeekFor(START.plus(Duration.ofHours(83)))).isEqualTo(1);
		assertThat(RUN.firstWeekFor(START.plus(Duration.ofHours(85)))).isEqualTo(2);
		assertThat(RUN.firstWeekFor(START.plus(Duration.ofDays(8)))).isEqualTo(2);
	}

	@Property
	void nobodyMissesMoreThanHalfAWeekOrWaitsLonger(@ForAll @LongRange(min = 1, max = 60L * 60 * 24 * 100) long seconds) {
		var ready = START.plusSeconds(seconds);
		var begins = RUN.startOf(RUN.firstWeekFor(ready));
		assertThat(Duration.between(ready, begins).abs()).isLessThanOrEqualTo(Duration.ofDays(7).dividedBy(2));
	}
}
