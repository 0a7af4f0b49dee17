package org.cohort.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.DashboardPart;
import org.cohort.charts.Colour;
import org.cohort.charts.Rows;
import org.cohort.charts.WeekBars;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the reviews of a round go: done against due, by reviewer and by day of the programme's time zone. */
@Component
class ReviewDashboard implements DashboardPart {

	/** As many days as a chart can show. */
	private static final int DAYS = 21;

	private final JdbcClient jdbc;

	private final Programmes programmes;

	private final Directory directory;

	private final Clock clock;

	ReviewDashboard(JdbcClient jdbc, Programmes programmes, Directory directory, Clock clock) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.directory = directory;
		this.clock = clock;
	}

	/** One reviewer's reviews; {@code late} are open ones past their deadline. */
	record Load(String name, int done, int open, int late) {
	}

	/** What was done on a day, in time and late, and how many of all reviews fell due on it. */
	record Day(LocalDate day, int inTime, int afterwards, int due) {
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public String template() {
		return "review/dashboard";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		List<Load> loads = loads(roundId);
		List<Day> days = days(roundId, programmes.round(roundId).settings().timeZone());
		int done = loads.stream().mapToInt(Load::done).sum();
		int open = loads.stream().mapToInt(Load::open).sum();
		return Map.of("loads", loads, "days", days, "done", done, "open", open, "late",
				loads.stream().mapToInt(Load::late).sum(), "reviewersPicture", reviewers(loads), "daysPicture", picture(days));
	}

	private List<Load> loads(UUID roundId) {
		return jdbc.sql("""
				select reviewer, count(*) filter (where state = 'scored') as done,
					count(*) filter (where state = 'assigned') as open,
					count(*) filter (where state = 'assigned' and due_at < :now) as late
				from review where round_id = :round and state in ('scored', 'assigned') group by reviewer order by reviewer
				""")
			.param("round", roundId)
			.param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Load(name(row.getString("reviewer")), row.getInt("done"), row.getInt("open"),
					row.getInt("late")))
			.list();
	}

	private List<Day> days(UUID roundId, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
		return jdbc.sql("""
				select day::date as day, coalesce(sum(in_time), 0) as in_time, coalesce(sum(afterwards), 0) as afterwards,
					coalesce(sum(due), 0) as due
				from generate_series(cast(:first as date), cast(:last as date), interval '1 day') day left join (
					select (settled_at at time zone :zone)::date as on_day, (settled_at <= due_at)::int as in_time,
						(settled_at > due_at)::int as afterwards, 0 as due
					from review where round_id = :round and state = 'scored'
					union all
					select (due_at at time zone :zone)::date, 0, 0, 1
					from review where round_id = :round and state in ('scored', 'assigned')
				) counted on on_day = day::date
				group by day order by day
				""")
			.param("round", roundId)
			.param("zone", zone.getId())
			.param("first", today.minusDays(DAYS - 8).toString())
			.param("last", today.plusDays(7).toString())
			.query((row, number) -> new Day(row.getObject("day", LocalDate.class), row.getInt("in_time"),
					row.getInt("afterwards"), row.getInt("due")))
			.list();
	}

	private static String reviewers(List<Load> loads) {
		int most = loads.stream().mapToInt(load -> load.done() + load.open()).max().orElse(1);
		return new Rows("Reviews done by each reviewer", loads.stream()
			.map(load -> new Rows.Row(load.name(), load.done(), most, load.done() + " of " + (load.done() + load.open()),
					load.late() > 0 ? Colour.SECOND : Colour.MAIN))
			.toList()).svg();
	}

	private static String picture(List<Day> days) {
		return new WeekBars("Reviews done each day", days.stream().map(day -> Integer.toString(day.day().getDayOfMonth()))
				.toList(),
				days.stream().map(day -> Optional.of(List.of((double) day.inTime(), (double) day.afterwards()))).toList(),
				List.of(new WeekBars.Part("in time", Colour.MAIN), new WeekBars.Part("after the deadline", Colour.SECOND)), -1,
				"").svg();
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}
}
