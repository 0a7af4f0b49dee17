package org.cohort.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of conclusions; each saving is a further one. */
@Repository
class ConclusionsStore {

	private final JdbcClient jdbc;

	ConclusionsStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Conclusions> latest(UUID roundId) {
		return jdbc.sql("select * from conclusions where round_id = :round order by revision desc limit 1")
			.param("round", roundId)
			.query((row, number) -> new Conclusions(row.getString("conclusions"), row.getString("advice"),
					row.getBoolean("finished")))
			.optional();
	}

	void insert(UUID roundId, Conclusions conclusions, String author, Instant at) {
		jdbc.sql("""
				insert into conclusions (round_id, revision, conclusions, advice, finished, author, saved_at)
				select :round, coalesce(max(revision), 0) + 1, :conclusions, :advice, :finished, :author, :at
				from conclusions where round_id = :round
				""")
			.param("round", roundId)
			.param("conclusions", conclusions.conclusions())
			.param("advice", conclusions.advice())
			.param("finished", conclusions.finished())
			.param("author", author)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}
}
