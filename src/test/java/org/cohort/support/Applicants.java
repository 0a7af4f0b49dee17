package org.cohort.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts applications at any stage straight into the database, for tests of what comes after applying. */
public final class Applicants {

	private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private final JdbcClient jdbc;

	private final Programmes programmes;

	private final Clock clock;

	private final Random random = new Random();

	public Applicants(JdbcClient jdbc, Programmes programmes, Clock clock) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.clock = clock;
	}

	/** A fresh round of the founding programme, already closed to applications. */
	public Round closedRound(int seats) {
		Round round = openRound(seats);
		programmes.markClosed(round.id());
		return programmes.round(round.id());
	}

	/** A closed round of a programme of its own, which chooses by these lines of the section {@code selection}. */
	public Round closedRound(int seats, String... selection) {
		Round round = open(seats, yaml -> yaml.replace("slug: first-steps", "slug: p" + UUID.randomUUID().toString()
				.substring(0, 8))
			.replaceFirst("(?s)\n  selection:\n.*?\n\n", Matcher.quoteReplacement("\n  selection:\n    "
					+ String.join("\n    ", selection) + "\n\n")));
		programmes.markClosed(round.id());
		return programmes.round(round.id());
	}

	public Round openRound(int seats) {
		return open(seats, yaml -> yaml);
	}

	private Round open(int seats, UnaryOperator<String> change) {
		try (InputStream file = Applicants.class.getResourceAsStream("/programmes/default.yaml")) {
			String yaml = change.apply(new String(file.readAllBytes(), StandardCharsets.UTF_8));
			Instant now = clock.instant();
			String slug = "r" + UUID.randomUUID().toString().substring(0, 8);
			return programmes.openRound(
					programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).id(),
					new RoundPlan(slug, "Round " + slug,
					now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(60)), seats));
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/**
	 * A fresh round, closed to applications, of a programme of its own: the founding one's file with these words
	 * changed.
	 */
	public Round closedRoundWith(int seats, String words, String others) {
		return closedRoundOf(seats, yaml -> {
			if (!yaml.contains(words)) {
				throw new IllegalArgumentException("The founding programme does not say «" + words + "»");
			}
			return yaml.replace(words, others);
		});
	}

	/** A fresh round, closed to applications, of a programme of its own: the founding one's file, changed. */
	public Round closedRoundOf(int seats, UnaryOperator<String> change) {
		try (InputStream file = Applicants.class.getResourceAsStream("/programmes/default.yaml")) {
			String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			Instant now = clock.instant();
			String slug = "r" + UUID.randomUUID().toString().substring(0, 8);
			byte[] changed = change.apply(yaml.replace("slug: first-steps", "slug: p-" + slug))
				.getBytes(StandardCharsets.UTF_8);
			Round round = programmes.openRound(programmes.importYaml(new ByteArrayInputStream(changed)).id(),
					new RoundPlan(slug, "Round " + slug, now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(7)),
							now.plus(Duration.ofDays(60)), seats));
			programmes.markClosed(round.id());
			return programmes.round(round.id());
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** Somebody with good answers; change what matters, then {@link Applicant#store}. */
	public Applicant in(Round round) {
		return new Applicant(round);
	}

	/** One application that is being made up. */
	public final class Applicant {

		private final UUID id = UUID.randomUUID();

		private final Round round;

		private final Map<String, List<String>> answers = new LinkedHashMap<>();

		private final Map<String, List<String>> said = new LinkedHashMap<>();

		private String name = "Amara Okafor";

		private String email = "amara." + id.toString().substring(0, 8) + "@example.org";

		private Stage stage = Stage.UNDER_REVIEW;

		private Double score;

		private Applicant(Round round) {
			this.round = round;
			answer("country", "NG").answer("time-zone", "Africa/Lagos").answer("years", "2.5").answer("contributions", "3")
				.answer("experience", "I fixed the build of a small library and wrote down how.")
				.answer("hours-per-week", "hours 40.0", "study 2026-01-05 2028-12-31 20.0 ends",
						"job 2026-01-05 2028-12-31 28.0 stays")
				.answer("motivation", "I would like to learn how decisions are made in the open.")
				.answer("goals", "To review other people's changes kindly.").answer("interests", "documentation", "bugs")
				.answer("conduct", "yes");
		}

		public Applicant named(String name, String email) {
			this.name = name;
			this.email = email;
			return this;
		}

		public Applicant answer(String question, String... values) {
			answers.put(question, List.of(values));
			return this;
		}

		/** What they say about themselves, voluntarily. */
		public Applicant says(String attribute, String... values) {
			said.put(attribute, List.of(values));
			return this;
		}

		public Applicant at(Stage stage) {
			this.stage = stage;
			return this;
		}

		public Applicant scored(double score) {
			this.score = score;
			return this;
		}

		public UUID store() {
			var now = clock.instant().atOffset(ZoneOffset.UTC);
			while (jdbc.sql("""
					insert into application (id, round_id, code, submission_key, stage, stage_since, name, email, email_key, locale,
						answers, submitted_at, confirmed_at)
					values (:id, :round, :code, :id, :stage, :now, :name, :email, :key, 'en', cast(:answers as jsonb), :now, :now)
					on conflict (code) do nothing
					""").param("id", id).param("round", round.id()).param("code", code()).param("stage", stage.name())
				.param("now", now).param("name", name).param("email", email).param("key", email.toLowerCase(Locale.ROOT))
				.param("answers", JsonMapper.shared().writeValueAsString(answers)).update() == 0) {
				// the code is taken, as happens once in some thousand runs: take another
			}
			if (score != null) {
				jdbc.sql("""
						insert into review_score (application_id, value, reviews, formula, computed_at)
						values (:id, :score, 2, 'test', :now)
						""").param("id", id).param("score", score).param("now", now).update();
			}
			tell();
			return id;
		}

		private void tell() {
			List<String[]> rows = new ArrayList<>();
			said.forEach((attribute, values) -> values.forEach(value -> rows.add(new String[] { attribute, value })));
			if (rows.isEmpty()) {
				return;
			}
			try (var connection = DriverManager.getConnection(TestDatabase.shared().url(), "cohort_demographics",
					TestDatabase.PASSWORD);
					var insert = connection.prepareStatement("insert into demographics.self_identification "
							+ "(application_id, round_id, attribute, value) values (?, ?, ?, ?)")) {
				for (String[] row : rows) {
					insert.setObject(1, id);
					insert.setObject(2, round.id());
					insert.setString(3, row[0]);
					insert.setString(4, row[1]);
					insert.executeUpdate();
				}
			}
			catch (SQLException refused) {
				throw new IllegalStateException(refused);
			}
		}
	}

	private String code() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < 6; i++) {
			code.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return code.toString();
	}
}
