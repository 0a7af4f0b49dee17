package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2     | 2 h
			2.5   | 2 h 30 min
			2,5   | 2 h 30 min
			2:05  | 2 h 5 min
			0.75  | 45 min
			0     | 0 h
			80    | 80 h
			""")
	void peopleWriteHoursInTheirOwnWay(String written, String shown) {
		assertThat(Hours.inOneWeek(written)).hasToString(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two", "-1", "2h", "1e3", "2:75", "80.01", "999", "2.333", "٢" })
	void whatIsNoNumberOfHoursIsRefusedWithAnExplanation(String written) {
		assertThatIllegalArgumentException().isThrownBy(() -> Hours.inOneWeek(written)).withMessageMatching("(?s).{20,}");
	}

	@Test
	void hoursAreNeverNegativeAndAlwaysWholeMinutes() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Hours(Duration.ofMinutes(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Hours(Duration.ofSeconds(30)));
	}

	@Property
	void whatIsTakenAndWhatIsLeftMakeTheWhole(@ForAll @IntRange(max = 10_000) int whole,
			@ForAll @IntRange(max = 10_000) int taken) {
		var left = Hours.ofMinutes(whole).minus(Hours.ofMinutes(taken));
		assertThat(left.minutes()).isEqualTo(Math.max(0, whole - taken));
	}

	@Property
	void aBudgetIsEitherLeftOrExceededNeverBoth(@ForAll @IntRange(max = 300) int paid,
			@ForAll @IntRange(max = 20) int weeks,
			@ForAll @IntRange(max = 30) int persons, @ForAll @IntRange(max = 100_000) int used) {
		var budget = new Budget(Hours.ofMinutes(paid), weeks, persons, Hours.ofMinutes(used));
		assertThat(budget.granted().minutes()).isEqualTo((long) paid * weeks * persons);
		assertThat(budget.used().plus(budget.left())).isEqualTo(budget.granted().plus(budget.beyond()));
		assertThat(budget.isExceeded()).isEqualTo(budget.beyond().moreThan(Hours.ZERO));
		assertThat(budget.left().equals(Hours.ZERO) || budget.beyond().equals(Hours.ZERO)).isTrue();
	}
}
