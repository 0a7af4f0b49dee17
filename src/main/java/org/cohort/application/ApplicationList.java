package org.cohort.application;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application}, as coordinators look through it. */
@Repository
class ApplicationList {

	static final int PAGE = 50;

	private static final String WHERE = """
			where round_id = :round and (cast(:stage as text) is null or stage = :stage)
				and (:words = '' or code ilike :like or name ilike :like or email ilike :like)
			""";

	private final JdbcClient jdbc;

	ApplicationList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One line, with the person: for coordinators only. */
	record Line(UUID id, String code, String name, String email, Stage stage, Instant submittedAt) {

		@Override
		public String toString() {
			return "Line[" + code + "]";
		}
	}

	/**
	 * One page of what was looked for, the newest first.
	 *
	 * @param number from 0
	 * @param found how many there are on all pages
	 */
	record Page(List<Line> lines, int number, int found) {

		public int pages() {
			return Math.max(1, (found + PAGE - 1) / PAGE);
		}
	}

	Page page(UUID roundId, @Nullable Stage stage, String words, int number) {
		String like = "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
		int found = jdbc.sql("select count(*) from application " + WHERE).param("round", roundId)
				.param("stage", stage == null ? null : stage.name()).param("words", words).param("like", like)
				.query(Integer.class).single();
		int last = Math.max(0, (found - 1) / PAGE);
		int page = Math.clamp(number, 0, last);
		List<Line> lines = jdbc.sql("select id, code, name, email, stage, submitted_at from application " + WHERE
				+ " order by submitted_at desc, id limit :limit offset :offset")
				.param("round", roundId).param("stage", stage == null ? null : stage.name()).param("words", words)
				.param("like", like).param("limit", PAGE).param("offset", page * PAGE)
				.query((row, line) -> new Line(row.getObject("id", UUID.class), row.getString("code"),
						row.getString("name"), row.getString("email"), Stage.valueOf(row.getString("stage")),
						Sql.instant(row, "submitted_at")))
				.list();
		return new Page(lines, page, found);
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

	int drafts(UUID roundId) {
		return jdbc.sql("select count(*) from application_draft where round_id = ?").param(roundId)
				.query(Integer.class).single();
	}

	/** Reads what came with an address; a stage that does not exist is no filter. */
	static @Nullable Stage stage(String text) {
		try {
			return text.isBlank() ? null : Stage.valueOf(text.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException none) {
			return null;
		}
	}
}
