package org.cohort.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cohort.application.Stage;
import org.cohort.mentorship.Budget;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MergedChange;
import org.cohort.mentorship.Run;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Week;
import org.cohort.mentorship.WeekRecord;
import org.junit.jupiter.api.Test;

class FiguresTests {

	private static final Instant START = Instant.parse("2027-01-04T08:00:00Z");

	private static final int WEEKS = 6;

	private static final Run RUN = new Run(UUID.randomUUID(), START, Duration.ofDays(7), WEEKS, false);

	private static final Currency EURO = Currency.getInstance("EUR");

	@Property(tries = 200)
	void theHoursOfAllWeeksAreTheHoursOfAllMembers(@ForAll("groups") Group group) {
		var byWeek = IntStream.rangeClosed(1, WEEKS).mapToObj(group::mentorHours).flatMap(Optional::stream)
			.reduce(Hours.ZERO, Hours::plus);
		assertThat(byWeek).isEqualTo(group.mentorHours());
		var own = IntStream.rangeClosed(1, WEEKS).mapToObj(group::ownHours).flatMap(Optional::stream)
			.reduce(Hours.ZERO, Hours::plus);
		assertThat(own).isEqualTo(group.ownHours());
	}

	@Property(tries = 200)
	void aWeekWithoutAnyLogHasNoHoursAtAllRatherThanZero(@ForAll("groups") Group group, @ForAll @IntRange(min = 1,
			max = WEEKS) int week) {
		boolean silent = group.week(week).stream().allMatch(line -> line.log().isEmpty());
		assertThat(group.mentorHours(week).isEmpty()).isEqualTo(silent);
		assertThat(group.howItGoes(week, Group.Line::log).isEmpty()).isEqualTo(silent);
	}

	@Property(tries = 200)
	void everyChangeIsCountedOnceHoweverOftenItIsNamed(@ForAll("groups") Group group) {
		var links = group.members().stream().flatMap(member -> member.weeks().stream())
			.flatMap(week -> Stream.concat(week.log().stream(), week.checkIn().stream()))
			.flatMap(entry -> entry.content().changes().stream()).map(MergedChange::link).distinct().count();
		assertThat(group.changes().count()).isEqualTo(links);
		assertThat(List.of(ChangeKind.values()).stream().mapToLong(group.changes()::count).sum()).isEqualTo(links);
		var inWeeks = group.changesByWeek(WEEKS).stream().flatMap(Optional::stream).flatMap(List::stream)
				.mapToDouble(Double::doubleValue).sum();
		assertThat(inWeeks).isEqualTo(links);
	}

	@Property(tries = 200)
	void meansStayOnTheScale(@ForAll("groups") Group group, @ForAll @IntRange(min = 1, max = WEEKS) int week) {
		group.howItGoes(week, Group.Line::checkIn).ifPresent(mean -> assertThat(mean).isBetween(1.0, 5.0));
	}

	@Property(tries = 500)
	void noStepOfTheFunnelIsLargerThanTheOneBefore(@ForAll List<Stage> stages, @ForAll @IntRange(max = 50) int completed) {
		var funnel = Funnel.of(stages, completed);
		assertThat(funnel.steps().getFirst().people()).isEqualTo(stages.size());
		for (int step = 1; step < funnel.steps().size(); step++) {
			assertThat(funnel.steps().get(step).people()).isBetween(0L, funnel.steps().get(step - 1).people());
		}
	}

	@Property
	void theGrantNeverPaysMoreThanItGranted(@ForAll @IntRange(max = 600) int paid, @ForAll @IntRange(max = 12) int persons,
			@ForAll @IntRange(max = 20_000) int used, @ForAll @IntRange(max = 50_000) int centsPerHour) {
		var grant = new Grant(new Budget(Hours.ofMinutes(paid), 10, persons, Hours.ofMinutes(used)),
				BigDecimal.valueOf(centsPerHour, 2), EURO);
		assertThat(grant.payable().amount()).isLessThanOrEqualTo(grant.granted().amount());
		assertThat(grant.payable().amount()).isLessThanOrEqualTo(grant.used().amount());
		assertThat(grant.payable()).isEqualTo(grant.budget().isExceeded() ? grant.granted() : grant.used());
	}

	@Property(tries = 200)
	void theWeeksOfALateBeginnerAreShownThoughNobodyHadTheWeeksBefore(@ForAll @IntRange(min = 1, max = 20) int begins) {
		var start = RUN.startOf(begins);
		var week = new Week(UUID.randomUUID(), 1, start, start.plus(RUN.weekLength()), start.plus(RUN.weekLength()),
				start.plus(RUN.weekLength()), Week.State.CLOSED);
		var late = new Member("late", "", List.of(new WeekRecord(week, Optional.empty(), Optional.empty())));
		assertThat(new Group(RUN, List.of(late)).lastWeek()).isEqualTo(Math.max(WEEKS, begins));
	}

	@Test
	void moneyIsRoundedOnceToTheSmallestCoin() {
		assertThat(Money.of(Hours.ofMinutes(100), new BigDecimal("59.99"), EURO)).hasToString("EUR 99.98");
		assertThat(Money.of(Hours.of(100), new BigDecimal("60"), EURO)).hasToString("EUR 6,000.00");
		assertThat(Money.of(Hours.ofMinutes(90), new BigDecimal("3333"), Currency.getInstance("JPY")))
				.hasToString("JPY 5,000");
	}

	@Test
	void aWithdrawnApplicationIsCountedAsSentAndNowhereElse() {
		var funnel = Funnel.of(List.of(Stage.WITHDRAWN, Stage.ACCEPTED, Stage.NOT_ELIGIBLE, Stage.WAITING_LIST), 1);
		assertThat(funnel.steps()).extracting(Funnel.Step::people).containsExactly(4L, 3L, 2L, 1L, 1L, 1L);
		assertThat(funnel.withdrew()).isEqualTo(1);
	}

	@Provide
	Arbitrary<Group> groups() {
		return week().list().ofSize(WEEKS).list().ofMaxSize(5).map(all -> {
			var members = new ArrayList<Member>();
			for (var weeks : all) {
				var id = UUID.randomUUID();
				var records = new ArrayList<WeekRecord>();
				for (int number = 1; number <= WEEKS; number++) {
					var start = RUN.startOf(number);
					records.add(new WeekRecord(new Week(id, number, start, start.plus(RUN.weekLength()),
							start.plus(RUN.weekLength()), start.plus(RUN.weekLength()), Week.State.CLOSED),
							weeks.get(number - 1).get(0), weeks.get(number - 1).get(1)));
				}
				members.add(new Member("M" + members.size(), "", records));
			}
			return new Group(RUN, members);
		});
	}

	/** A log and a check-in, each possibly missing, out of a few links so that many are named twice. */
	private Arbitrary<List<Optional<Entry>>> week() {
		return Combinators.combine(entry(Side.MENTOR), entry(Side.PARTICIPANT)).as(List::of);
	}

	private Arbitrary<Optional<Entry>> entry(Side side) {
		var change = Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of(ChangeKind.values()))
			.as((number, kind) -> MergedChange.of("https://code.example/pull/" + number, kind));
		return Combinators.combine(Arbitraries.integers().between(0, 4800), Arbitraries.integers().between(1, 5),
				change.list().ofMaxSize(3).uniqueElements(MergedChange::link), Arbitraries.of(true, true, false))
			.as((minutes, going, changes, there) -> there ? Optional.of(new Entry(side, "somebody", 1, START, false,
					new Entry.Content(Hours.ofMinutes(minutes), "done", changes, "", HowItGoes.of(going), "")))
					: Optional.<Entry>empty());
	}
}
