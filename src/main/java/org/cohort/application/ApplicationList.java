package org.cohort.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code application}, as coordinators look through it: however many there are, a page costs a page. */
@Repository
@Transactional(readOnly = true)
class ApplicationList {

	static final int PAGE = 50;

	/** A search that finds more than this is not counted to the end. */
	static final int COUNTED = 10_000;

	private static final String COLUMNS = "id, code, name, email, stage, stage_since, submitted_at, confirmed_at, "
			+ "outcome, score, reviews_open, reviews_done, reviews_due_at";

	private final JdbcClient jdbc;

	private final Clock clock;

	ApplicationList(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One line, with the person: for coordinators only. */
	record Line(UUID id, String code, String name, String email, Stage stage, Instant stageSince, Instant submittedAt,
			@Nullable Instant confirmedAt, @Nullable String outcome, @Nullable Double score, int reviewsOpen,
			int reviewsDone, @Nullable Instant reviewsDueAt) {

		@Override
		public String toString() {
			return "Line[" + code + "]";
		}
	}

	/** Where a page begins: after or before a line, or at one of the ends. */
	record Place(@Nullable UUID line, boolean before) {

		static final Place TOP = new Place(null, false);

		static final Place BOTTOM = new Place(null, true);
	}

	/**
	 * One page of what was looked for.
	 *
	 * @param found how many there are on all pages, at most {@link #COUNTED} + 1 for a search
	 */
	record Page(List<Line> lines, int found, boolean hasPrevious, boolean hasNext) {

		public boolean more() {
			return found > COUNTED && lines.size() < found;
		}
	}

	Page page(ListFilter filter, ListOrder order, Place place) {
		return page(filter, order, place, counts(filter.roundId()));
	}

	/** @param counts of the round, by which all of it or of a stage need not be counted again */
	Page page(ListFilter filter, ListOrder order, Place place, Map<Stage, Integer> counts) {
		planForWhatIsAsked();
		// Going up, the page is read from below and turned round.
		boolean down = order.descending() != place.before();
		String beyond = place.line() == null ? ""
				: " and (%1$s, id) %2$s ((select %1$s from application where id = :line), :line)"
						.formatted(order.by().key(), down ? "<" : ">");
		// The ids first, from the index alone; then the rows of one page.
		StatementSpec query = jdbc.sql("""
				with page as materialized (
					select id, %1$s as key from application where %2$s%3$s order by %1$s %4$s, id %4$s limit :limit)
				select %5$s from page join application using (id) order by page.key %4$s, id %4$s
				""".formatted(order.by().key(), filter.sql(), beyond, down ? "desc" : "asc", COLUMNS))
				.params(filter.parameters(clock.instant())).param("limit", PAGE + 1);
		if (place.line() != null) {
			query = query.param("line", place.line());
		}
		List<Line> read = query.query(ApplicationList::line).list();
		boolean further = read.size() > PAGE;
		List<Line> lines = read.subList(0, Math.min(PAGE, read.size()));
		return new Page(place.before() ? lines.reversed() : lines,
				filter.ofStageOnly() ? counted(filter.stage(), counts) : count(filter),
				place.before() ? further : place.line() != null, place.before() ? place.line() != null : further);
	}

	/** Everything that was looked for, read while it is used; close it. */
	Stream<Line> all(ListFilter filter, ListOrder order) {
		planForWhatIsAsked();
		String way = order.descending() ? " desc" : " asc";
		return jdbc.sql("select " + COLUMNS + " from application where " + filter.sql() + " order by "
				+ order.by().key() + way + ", id" + way)
				.params(filter.parameters(clock.instant())).withFetchSize(500).query(ApplicationList::line).stream();
	}

	/** The ids of what was looked for, but of no more than this many. */
	List<UUID> ids(ListFilter filter, ListOrder order, int most) {
		String way = order.descending() ? " desc" : " asc";
		return jdbc.sql("select id from application where " + filter.sql() + " order by " + order.by().key() + way
				+ ", id" + way + " limit :most")
				.params(filter.parameters(clock.instant())).param("most", most).query(UUID.class).list();
	}

	List<Line> lines(Collection<UUID> ids) {
		return jdbc.sql("select " + COLUMNS + " from application where id = any(:ids) order by submitted_at, id")
				.param("ids", ids.toArray(UUID[]::new)).query(ApplicationList::line).list();
	}

	private static int counted(@Nullable Stage stage, Map<Stage, Integer> counts) {
		return stage == null ? counts.values().stream().mapToInt(Integer::intValue).sum() : counts.getOrDefault(stage, 0);
	}

	/** Filters are counted exactly, from the index alone; a search for words up to {@link #COUNTED}. */
	int count(ListFilter filter) {
		String sql = filter.searches()
				? "select count(*) from (select from application where " + filter.sql() + " limit :most) found"
				: "select count(*) from application where " + filter.sql();
		return jdbc.sql(sql).params(filter.parameters(clock.instant())).param("most", COUNTED + 1)
				.query(Integer.class).single();
	}

	/** How many applications of a round are in each stage; stages without any are missing. */
	Map<Stage, Integer> counts(UUID roundId) {
		Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
		jdbc.sql("select stage, count(*) as number from application where round_id = ? group by stage").param(roundId)
				.query(row -> {
					counts.put(Stage.valueOf(row.getString("stage")), row.getInt("number"));
				});
		return counts;
	}

	/** How far the applications of a round came, read from the index of the list. */
	Funnel funnel(UUID roundId) {
		return jdbc.sql("""
				select count(*) as sent, count(confirmed_at) as confirmed, count(*) filter (where outcome = 'ELIGIBLE') as eligible,
					count(score) as reviewed,
					count(*) filter (where stage in ('OFFERED', 'ACCEPTED', 'DECLINED', 'OFFER_EXPIRED')) as offered,
					count(*) filter (where stage = 'ACCEPTED') as accepted
				from application where round_id = ?
				""").param(roundId)
				.query((row, number) -> new Funnel(drafts(roundId), row.getInt("sent"), row.getInt("confirmed"),
						row.getInt("eligible"), row.getInt("reviewed"), row.getInt("offered"), row.getInt("accepted")))
				.single();
	}

	int drafts(UUID roundId) {
		return jdbc.sql("select count(*) from application_draft where round_id = ?").param(roundId)
				.query(Integer.class).single();
	}

	/**
	 * A rare word and one that everybody has want different plans; a prepared statement would get one plan for all words
	 * after its fifth use. And a list of one round is never worth reading the applications of all rounds.
	 */
	private void planForWhatIsAsked() {
		jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)")
				.query((row, number) -> true).single();
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		double score = row.getDouble("score");
		return new Line(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
				row.getString("email"), Stage.valueOf(row.getString("stage")), Sql.instant(row, "stage_since"),
				Sql.instant(row, "submitted_at"), Sql.instantIfAny(row, "confirmed_at"), row.getString("outcome"),
				row.getObject("score") == null ? null : score, row.getInt("reviews_open"),
				row.getInt("reviews_done"), Sql.instantIfAny(row, "reviews_due_at"));
	}
}
