package org.cohort.application;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application}: storing what was sent, and recognising it. */
@Repository
class SubmissionTable {

	private static final int ATTEMPTS = 5;

	private final JdbcClient jdbc;

	SubmissionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was sent with a key. */
	record Sent(UUID id, UUID roundId, String name, String email, Answers answers) {

		boolean same(FormInput form, Answers others) {
			return name.equals(form.name()) && email.equals(form.email()) && answers.equals(others);
		}

		@Override
		public String toString() {
			return "Sent[" + id + "]";
		}
	}

	/** What became of an application that was to be stored. */
	enum Stored {

		/** The key or the address is there already. */
		NOT,

		NEW,

		/** There is a draft with the same key, which has done its work. */
		FROM_DRAFT
	}

	/** Stores an application, and says whether it did. */
	Stored insert(UUID id, UUID roundId, long programmeVersion, FormInput form, Answers answers, Locale locale,
			Instant now) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			String code = Codes.next();
			Optional<Boolean> drafted = jdbc.sql("""
					insert into application (id, round_id, code, submission_key, stage, stage_since, name, email, email_key,
						locale, answers, submitted_at, programme_version_id)
					values (:id, :round, :code, :key, 'UNCONFIRMED', :now, :name, :email, :emailKey, :locale,
						cast(:answers as jsonb), :now, :version)
					on conflict do nothing
					returning exists (select from application_draft d where d.id = submission_key)
					""")
					.param("id", id).param("round", roundId).param("code", code).param("key", form.key())
					.param("now", Sql.utc(now)).param("name", form.name()).param("email", form.email())
					.param("emailKey", emailKey(form.email())).param("locale", locale.toLanguageTag())
					.param("answers", answers.json()).param("version", programmeVersion)
					.query(Boolean.class).optional();
			if (drafted.isPresent()) {
				return drafted.get() ? Stored.FROM_DRAFT : Stored.NEW;
			}
			if (!taken(code)) {
				return Stored.NOT;
			}
		}
		throw new IllegalStateException("No free code was found in " + ATTEMPTS + " attempts.");
	}

	Optional<Sent> byKey(UUID key) {
		return jdbc.sql("select id, round_id, name, email, answers from application where submission_key = ?")
				.param(key)
				.query((row, number) -> new Sent(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class),
						row.getString("name"), row.getString("email"), Answers.of(row.getString("answers"))))
				.optional();
	}

	/** The application of this address that still counts, if there is one. */
	Optional<UUID> byEmail(UUID roundId, String email) {
		return jdbc.sql("""
				select id from application
				where round_id = ? and email_key = ? and stage not in ('WITHDRAWN', 'LAPSED')
				""")
				.param(roundId).param(emailKey(email)).query(UUID.class).optional();
	}

	/** A random code is hardly ever taken, but if so it must not look like an application that was sent before. */
	private boolean taken(String code) {
		return jdbc.sql("select exists (select from application where code = ?)").param(code).query(Boolean.class)
				.single();
	}

	/** The address as it is compared. */
	static String emailKey(String email) {
		return email.toLowerCase(Locale.ROOT);
	}
}
