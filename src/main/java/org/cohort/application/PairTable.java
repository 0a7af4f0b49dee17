package org.cohort.application;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code application_trait} and {@code application_pair}. */
@Repository
class PairTable {

	private static final String SELECT = """
			select p.*, a.code as first_code, b.code as second_code, a.name as first_name, b.name as second_name
			from application_pair p join application a on a.id = p.first_id join application b on b.id = p.second_id
			""";

	private final JdbcClient jdbc;

	PairTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Two applications that may be of one person, with their codes and names. */
	record Pair(UUID first, UUID second, UUID roundId, List<String> kinds, String firstCode, String secondCode,
			String firstName, String secondName, @Nullable String decision, @Nullable UUID kept,
			@Nullable String decidedBy, @Nullable Instant decidedAt) {

		static Pair of(ResultSet row, int number) throws SQLException {
			Array kinds = row.getArray("kinds");
			return new Pair(row.getObject("first_id", UUID.class), row.getObject("second_id", UUID.class),
					row.getObject("round_id", UUID.class), List.of((String[]) kinds.getArray()), row.getString("first_code"),
					row.getString("second_code"), row.getString("first_name"), row.getString("second_name"),
					row.getString("decision"), row.getObject("kept_id", UUID.class), row.getString("decided_by"),
					Sql.instantIfAny(row, "decided_at"));
		}

		/** Whether nobody has decided yet. */
		public boolean open() {
			return decision == null;
		}

		@Override
		public String toString() {
			return "Pair[" + firstCode + ", " + secondCode + "]";
		}
	}

	/** Applications whose traits are not written yet; what somebody else is writing at the moment is left out. */
	List<UUID> withoutTraits(int most) {
		return jdbc.sql("""
				select id from application where traits_at is null order by submitted_at limit ? for update skip locked
				""").param(most).query(UUID.class).list();
	}

	void traits(Application application, Set<Traits.Trait> traits, Instant now) {
		jdbc.sql("delete from application_trait where application_id = ?").param(application.id()).update();
		traits.forEach(trait ->
				jdbc.sql("insert into application_trait (application_id, round_id, kind, value) values (?, ?, ?, ?)")
				.param(application.id()).param(application.roundId()).param(trait.kind().name()).param(trait.value()).update());
		jdbc.sql("update application set traits_at = ? where id = ?").param(Sql.utc(now)).param(application.id()).update();
	}

	/** Notes all others of the round that have a trait in common with this one; what was decided stays. */
	void pair(Application application, Instant now) {
		jdbc.sql("""
				insert into application_pair (first_id, second_id, round_id, kinds, found_at)
				select least(t.application_id, o.application_id), greatest(t.application_id, o.application_id), t.round_id,
					array_agg(distinct t.kind order by t.kind), :now
				from application_trait t
				join application_trait o on o.round_id = t.round_id and o.kind = t.kind and o.value = t.value
					and o.application_id <> t.application_id
				join application a on a.id = o.application_id and a.stage not in ('WITHDRAWN', 'LAPSED')
				where t.application_id = :id
				group by t.application_id, o.application_id, t.round_id
				on conflict (first_id, second_id) do update set kinds = excluded.kinds where application_pair.decision is null
				""").param("id", application.id()).param("now", Sql.utc(now)).update();
	}

	/** Those that wait for a decision first. Of the others that ended meanwhile there is nothing to decide. */
	List<Pair> of(UUID roundId) {
		return jdbc.sql(SELECT + """
				where p.round_id = ? and (p.decision is not null
					or a.stage not in ('WITHDRAWN', 'LAPSED') and b.stage not in ('WITHDRAWN', 'LAPSED'))
				order by p.decision is not null, p.found_at, p.first_id
				""").param(roundId).query(Pair::of).list();
	}

	/** The pair of these two, in whichever order they are named. */
	Pair lock(UUID first, UUID second) {
		return jdbc.sql(SELECT + "where p.first_id = least(:one, :other) and p.second_id = greatest(:one, :other) "
				+ "for update of p").param("one", first).param("other", second)
				.query(Pair::of).optional().orElseThrow(() -> new NoSuchElementException("There is no such pair."));
	}

	void decide(Pair pair, String decision, @Nullable UUID kept, String by, Instant now) {
		jdbc.sql("update application_pair set decision = ?, kept_id = ?, decided_by = ?, decided_at = ? "
				+ "where first_id = ? and second_id = ?").param(decision).param(kept).param(by).param(Sql.utc(now))
				.param(pair.first()).param(pair.second()).update();
	}

	/** Whether this application ended because it was merged into another one. */
	boolean merged(UUID applicationId) {
		return jdbc.sql("""
				select exists (select from application_pair where decision = 'SAME' and kept_id <> :id
					and (first_id = :id or second_id = :id))
				""").param("id", applicationId).query(Boolean.class).single();
	}
}
