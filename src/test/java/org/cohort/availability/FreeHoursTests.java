package org.cohort.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cohort.availability.Commitment.Kind;
import org.junit.jupiter.api.Test;

class FreeHoursTests {

	private static final Run RUN = new Run(Instant.parse("2027-03-01T00:00:00Z"), Duration.ofDays(7), 10, ZoneOffset.UTC);

	private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	@Test
	void aJobThatLastsTheWholeRunTakesItsHoursFromEachWeek() {
		var job = new Commitment(Kind.JOB, MONDAY.minusYears(1), MONDAY.plusYears(1), 30, false);
		assertThat(FreeHours.of(new Availability(50, List.of(job)), RUN)).hasSize(10)
				.allSatisfy(week -> assertThat(week.free()).isEqualTo(20));
	}

	@Test
	void aWeekIsTakenByTheShareOfItsDays() {
		var exams = new Commitment(Kind.STUDY, MONDAY.plusDays(7), MONDAY.plusDays(8), 35, false);
		var weeks = FreeHours.of(new Availability(40, List.of(exams)), RUN);
		assertThat(weeks.get(0).free()).isEqualTo(40);
		assertThat(weeks.get(1).free()).isEqualTo(30);
		assertThat(weeks.get(1).begins()).isEqualTo(MONDAY.plusDays(7));
		assertThat(weeks.get(2).free()).isEqualTo(40);
		assertThat(FreeHours.least(new Availability(40, List.of(exams)), RUN)).isEqualTo(30);
	}

	@Test
	void whatEndsIfThePersonIsAcceptedTakesNothing() {
		var job = new Commitment(Kind.JOB, MONDAY, MONDAY.plusYears(1), 40, true);
		assertThat(FreeHours.least(new Availability(40, List.of(job)), RUN)).isEqualTo(40);
	}

	@Test
	void aClockThatIsSetForwardDoesNotMakeADay() {
		var run = new Run(MONDAY.atStartOfDay(ZoneId.of("Europe/Brussels")).toInstant(), Duration.ofDays(7), 10,
				ZoneId.of("Europe/Brussels"));
		var job = new Commitment(Kind.JOB, MONDAY.minusYears(1), MONDAY.plusYears(1), 20, false);
		assertThat(FreeHours.of(new Availability(40, List.of(job)), run)).allSatisfy(week -> assertThat(week.free())
				.isEqualTo(20));
	}

	@Property
	void freeHoursAreNeverBelowZeroNorAboveWhatSomebodyCanGive(@ForAll("availabilities") Availability availability) {
		assertThat(FreeHours.of(availability, RUN)).allSatisfy(week -> {
			assertThat(week.free()).isBetween(0.0, availability.hoursPerWeek() + 0.005);
			assertThat(week.busy()).isNotNegative();
			assertThat(week.free()).isCloseTo(Math.max(0, availability.hoursPerWeek() - week.busy()), within(0.02));
		});
	}

	@Property
	void oneMoreCommitmentNeverFreesAnHour(@ForAll("availabilities") Availability availability,
			@ForAll("commitments") Commitment another) {
		var more = new ArrayList<>(availability.commitments());
		more.add(another);
		var before = FreeHours.of(availability, RUN);
		var after = FreeHours.of(new Availability(availability.hoursPerWeek(), more), RUN);
		for (int week = 0; week < before.size(); week++) {
			assertThat(after.get(week).free()).isLessThanOrEqualTo(before.get(week).free());
		}
	}

	@Property
	void theOrderOfCommitmentsDoesNotMatter(@ForAll("availabilities") Availability availability) {
		assertThat(FreeHours.least(new Availability(availability.hoursPerWeek(), availability.commitments().reversed()), RUN))
				.isCloseTo(FreeHours.least(availability, RUN), within(0.011));
	}

	@Property
	void whatIsWrittenIsReadAgain(@ForAll("availabilities") Availability availability) {
		assertThat(Availability.read(availability.written())).contains(availability);
	}

	@Property
	void anyOtherTextIsReadAsNothing(@ForAll List<String> lines) {
		Availability.read(lines).ifPresent(read -> assertThat(read.written()).hasSameSizeAs(lines));
	}

	@Test
	void nobodyHasMoreHoursThanAWeekLeaves() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Availability(85, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new Commitment(Kind.JOB, MONDAY, MONDAY.minusDays(1), 1,
				false));
		assertThatIllegalArgumentException().isThrownBy(() -> new Commitment(Kind.JOB, MONDAY, MONDAY, Double.NaN, false));
	}

	@Provide
	Arbitrary<Commitment> commitments() {
		return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(-200, 200),
				Arbitraries.integers().between(0, 200), Arbitraries.doubles().between(0.5, 168), Arbitraries.of(true, false))
				.as((kind, from, days, hours, ends) -> new Commitment(kind, MONDAY.plusDays(from),
						MONDAY.plusDays((long) from + days), hours, ends));
	}

	@Provide
	Arbitrary<Availability> availabilities() {
		return Combinators.combine(Arbitraries.doubles().between(0.5, Availability.MOST_HOURS),
				commitments().list().ofMaxSize(Availability.MOST_COMMITMENTS - 1)).as(Availability::new);
	}
}
