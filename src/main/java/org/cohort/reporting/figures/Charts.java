package org.cohort.reporting.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.cohort.charts.Colour;
import org.cohort.charts.Rows;
import org.cohort.charts.WeekBars;
import org.cohort.charts.WeekDots;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MergedChanges;

/** The pictures of the reports, from the same figures as the tables beside them. */
public final class Charts {

	private static final List<Colour> KINDS = List.of(Colour.MAIN, Colour.THIRD, Colour.SECOND, Colour.FOURTH);

	private static final List<String> STEPS = List.of(HowItGoes.values()).stream().map(HowItGoes::words).toList();

	private Charts() {
	}

	/** Hours per week against plan. */
	public static String hours(String title, List<Optional<Hours>> weeks, double plan) {
		var columns = weeks.stream().map(week -> week.map(hours -> List.of(hours.decimal().doubleValue()))).toList();
		return new WeekBars(title, numbers(weeks.size()), columns, List.of(new WeekBars.Part("logged", Colour.MAIN)),
				plan, "planned").svg();
	}

	public static String mentorHours(Group group, int weeks, Hours perPersonAndWeek) {
		double plan = perPersonAndWeek.times(group.members().size()).decimal().doubleValue();
		return hours("Mentor hours per week", weeks(weeks, group::mentorHours), plan);
	}

	/** How it goes, week by week, as mentors and participants say it. */
	public static String mood(Group group, int weeks) {
		return new WeekDots("How it goes", numbers(weeks), List.of(
				new WeekDots.Series("mentors", Colour.MAIN, means(group, weeks, Group.Line::log)),
				new WeekDots.Series("participants", Colour.SECOND, means(group, weeks, Group.Line::checkIn))), STEPS)
			.svg();
	}

	public static String changesByWeek(Group group, int weeks) {
		var legend = IntStream.range(0, KINDS.size())
			.mapToObj(kind -> new WeekBars.Part(shortLabel(ChangeKind.values()[kind]), KINDS.get(kind)))
			.toList();
		return new WeekBars("Merged changes per week", numbers(weeks), group.changesByWeek(weeks), legend, -1, "")
				.svg();
	}

	public static String changesByKind(MergedChanges changes) {
		var rows = IntStream.range(0, KINDS.size()).mapToObj(index -> {
			var kind = ChangeKind.values()[index];
			return new Rows.Row(kind.plural(), changes.count(kind), Math.max(1, changes.count()),
					Long.toString(changes.count(kind)), KINDS.get(index));
		}).toList();
		return new Rows("Merged changes by kind", rows).svg();
	}

	public static String funnel(Funnel funnel) {
		long most = funnel.steps().getFirst().people();
		return new Rows("How far applications came", funnel.steps()
			.stream()
			.map(step -> new Rows.Row(step.label(), step.people(), most, Long.toString(step.people()), Colour.MAIN))
			.toList()).svg();
	}

	public static String grant(Grant grant) {
		var budget = grant.budget();
		return new Rows("Mentor hours used against granted", List.of(new Rows.Row("Hours used", budget.used().minutes(),
				Math.max(budget.granted().minutes(), budget.used().minutes()),
				"%d %%".formatted(grant.percentUsed()), budget.isExceeded() ? Colour.WARN : Colour.MAIN))).svg();
	}

	private static String shortLabel(ChangeKind kind) {
		return switch (kind) {
			case DOCUMENTATION_FIX -> "documentation";
			case BUG_FIX -> "bug fixes";
			case GUIDE_IMPROVEMENT -> "guides";
			case OTHER -> "other";
		};
	}

	private static List<Optional<Double>> means(Group group, int weeks, Function<Group.Line, Optional<Entry>> side) {
		return weeks(weeks, week -> group.howItGoes(week, side));
	}

	private static <T> List<T> weeks(int weeks, Function<Integer, T> of) {
		return IntStream.rangeClosed(1, weeks).boxed().map(of).toList();
	}

	private static List<String> numbers(int weeks) {
		return IntStream.rangeClosed(1, weeks).mapToObj(Integer::toString).toList();
	}
}
