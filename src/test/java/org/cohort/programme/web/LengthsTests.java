package org.cohort.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTests {

	private final Lengths lengths = new Lengths();

	@Property
	void whatIsShownIsReadAgainTheSame(@ForAll @LongRange(min = 0, max = 400L * 86_400) long seconds) {
		Duration length = Duration.ofSeconds(seconds);
		assertThat(lengths.read(lengths.text(length))).contains(length);
		assertThat(lengths.read(length.toString())).contains(length);
	}

	@ParameterizedTest
	@CsvSource({ "2 weeks,P14D", "1 day and 6 hours,PT30H", "36h,PT36H", "1.5 hours,PT90M", "10 MINUTES,PT10M", "p3d,P3D",
			"'1 day, 2 hours',PT26H" })
	void peopleWriteLengthsInTheirOwnWay(String typed, Duration meant) {
		assertThat(lengths.read(typed)).contains(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "7", "days", "7 dayz", "P", "7 days later", "99999999 days", "-1 day" })
	void whatIsNoLengthIsNone(String typed) {
		assertThat(lengths.read(typed)).isEmpty();
	}
}
