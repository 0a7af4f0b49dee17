package org.cohort.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the applications of a round one after the other, however many there are. For coordinators only. */
@Service
public class ExportedApplications {

	private final JdbcClient jdbc;

	private final Programmes programmes;

	ExportedApplications(JdbcClient jdbc, Programmes programmes) {
		this.jdbc = jdbc;
		this.programmes = programmes;
	}

	/**
	 * One of them, with the person; without what somebody said about themselves voluntarily. Never logged.
	 *
	 * @param answers by the key of the question
	 */
	public record Exported(UUID id, String code, Stage stage, Instant submittedAt, @Nullable Instant confirmedAt,
			String name, String email, String language, Map<String, List<String>> answers) {

		@Override
		public String toString() {
			return "Exported[" + code + "]";
		}
	}

	/**
	 * Reads all of a round, the first sent first.
	 * @param readable answers in words instead of keys
	 */
	@Transactional(readOnly = true)
	public void forEach(UUID roundId, boolean readable, Consumer<Exported> reader) {
		List<Question> questions = readable ? programmes.round(roundId).settings().questions() : List.of();
		try (Stream<Exported> all = jdbc.sql("""
				select id, code, stage, submitted_at, confirmed_at, name, email, locale, answers from application
				where round_id = ? order by submitted_at, id
				""").param(roundId).withFetchSize(500)
				.query((row, number) -> new Exported(row.getObject("id", UUID.class), row.getString("code"),
						Stage.valueOf(row.getString("stage")), Sql.instant(row, "submitted_at"),
						Sql.instantIfAny(row, "confirmed_at"), row.getString("name"), row.getString("email"),
						row.getString("locale"), answers(Answers.of(row.getString("answers")), questions)))
				.stream()) {
			all.forEach(reader);
		}
	}

	private static Map<String, List<String>> answers(Answers answers, List<Question> readable) {
		Map<String, List<String>> values = new LinkedHashMap<>(answers.values());
		readable.stream().filter(question -> values.containsKey(question.key()))
				.forEach(question -> values.put(question.key(), AnswerReading.readable(question, answers)));
		return values;
	}
}
