package org.cohort.mentorship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.mentorship.Week.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of weeks and of what was written about them. */
@Repository
class WeekStore {

	private final JdbcClient jdbc;

	WeekStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Week week) {
		jdbc.sql("""
				insert into participation_week
					(participation_id, number, starts_at, ends_at, remind_at, closes_at, state)
				values (:id, :number, :starts, :ends, :remind, :closes, :state) on conflict do nothing
				""")
			.param("id", week.participationId())
			.param("number", week.number())
			.param("starts", Sql.at(week.startsAt()))
			.param("ends", Sql.at(week.endsAt()))
			.param("remind", Sql.at(week.remindAt()))
			.param("closes", Sql.at(week.closesAt()))
			.param("state", week.state().name())
			.update();
	}

	List<Week> weeks(UUID id) {
		return jdbc.sql("select * from participation_week where participation_id = :id order by number")
			.param("id", id)
			.query(WeekStore::week)
			.list();
	}

	Week get(UUID id, int number) {
		return one(id, number, "");
	}

	/** The same, and nobody else writes about this week until the transaction ends. */
	Week lock(UUID id, int number) {
		return one(id, number, " for update");
	}

	private Week one(UUID id, int number, String lock) {
		return jdbc.sql("select * from participation_week where participation_id = :id and number = :number" + lock)
			.param("id", id)
			.param("number", number)
			.query(WeekStore::week)
			.optional()
			.orElseThrow(() -> new NoSuchElementException("Participation %s has no week %d".formatted(id, number)));
	}

	void move(UUID id, int number, State state) {
		jdbc.sql("update participation_week set state = :state where participation_id = :id and number = :number")
			.param("id", id)
			.param("number", number)
			.param("state", state.name())
			.update();
	}

	boolean isReported(UUID id, int number) {
		return jdbc.sql("""
				select reported_at is not null from participation_week
				where participation_id = :id and number = :number
				""").param("id", id).param("number", number).query(Boolean.class).single();
	}

	void reported(UUID id, int number, Instant at) {
		jdbc.sql("""
				update participation_week set reported_at = coalesce(reported_at, :at)
				where participation_id = :id and number = :number
				""").param("id", id).param("number", number).param("at", Sql.at(at)).update();
	}

	void insert(UUID id, int number, Entry entry) {
		var key = UUID.randomUUID();
		var content = entry.content();
		jdbc.sql("""
				insert into week_entry (id, participation_id, week, side, revision, author, written_at, late, minutes,
					done, blockers, going, wish)
				values (:key, :id, :week, :side, :revision, :author, :at, :late, :minutes, :done, :blockers, :going, :wish)
				""")
			.param("key", key)
			.param("id", id)
			.param("week", number)
			.param("side", entry.by().word())
			.param("revision", entry.revision())
			.param("author", entry.author())
			.param("at", Sql.at(entry.writtenAt()))
			.param("late", entry.late())
			.param("minutes", content.hours().minutes())
			.param("done", content.done())
			.param("blockers", content.blockers())
			.param("going", content.going().value())
			.param("wish", content.wish())
			.update();
		int position = 0;
		for (var change : content.changes()) {
			jdbc.sql("insert into merged_change (entry_id, position, link, kind) values (:entry, :position, :link, :kind)")
				.param("entry", key)
				.param("position", position++)
				.param("link", change.link().toString())
				.param("kind", change.kind().word())
				.update();
		}
	}

	/** What one side wrote about one week, the earliest revision first. */
	List<Entry> history(UUID id, int number, Side side) {
		return entries(id, "and week = :week and side = :side", Map.of("week", number, "side", side.word())).stream()
			.map(Placed::entry)
			.toList();
	}

	Optional<Entry> latest(UUID id, int number, Side side) {
		return history(id, number, side).stream().reduce((earlier, later) -> later);
	}

	/** All weeks of a participation with their latest log and check-in. */
	List<WeekRecord> records(UUID id) {
		var latest = new TreeMap<String, Entry>();
		for (var placed : entries(id, "", Map.of())) {
			latest.put(placed.week + ":" + placed.entry.by(), placed.entry);
		}
		return weeks(id).stream()
			.map(week -> new WeekRecord(week, Optional.ofNullable(latest.get(week.number() + ":" + Side.MENTOR)),
					Optional.ofNullable(latest.get(week.number() + ":" + Side.PARTICIPANT))))
			.toList();
	}

	private record Placed(int week, Entry entry) {
	}

	private List<Placed> entries(UUID id, String condition, Map<String, Object> parameters) {
		Map<UUID, List<MergedChange>> changes = jdbc.sql("""
				select c.* from merged_change c join week_entry e on e.id = c.entry_id
				where e.participation_id = :id order by c.position
				""")
			.param("id", id)
			.query((row, number) -> Map.entry(row.getObject("entry_id", UUID.class),
					MergedChange.of(row.getString("link"), ChangeKind.of(row.getString("kind")))))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return jdbc.sql("select * from week_entry where participation_id = :id " + condition
				+ " order by week, revision")
			.param("id", id)
			.params(parameters)
			.query((row, number) -> new Placed(row.getInt("week"),
					entry(row, changes.getOrDefault(row.getObject("id", UUID.class), List.of()))))
			.list();
	}

	private static Entry entry(ResultSet row, List<MergedChange> changes) throws SQLException {
		var content = new Entry.Content(Hours.ofMinutes(row.getInt("minutes")), row.getString("done"), changes,
				row.getString("blockers"), HowItGoes.of(row.getInt("going")), row.getString("wish"));
		return new Entry(Side.of(row.getString("side")), row.getString("author"), row.getInt("revision"),
				Sql.instant(row, "written_at"), row.getBoolean("late"), content);
	}

	private static Week week(ResultSet row, int rowNumber) throws SQLException {
		return new Week(row.getObject("participation_id", UUID.class), row.getInt("number"),
				Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at"), Sql.instant(row, "remind_at"),
				Sql.instant(row, "closes_at"), State.valueOf(row.getString("state")));
	}
}
