package org.cohort.programme;

import java.util.NoSuchElementException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The settings of versions of programmes, read once: a version is never changed, a changed programme has another one. So
 * every round that is looked at carries its settings, and what is kept is right however many Cohorts run beside each
 * other.
 */
@Repository
class SettingsOfVersions {

	private final JdbcClient jdbc;

	private final Cache<Long, Settings> settings = Caffeine.newBuilder().maximumSize(200).build();

	private final Cache<Long, QuestionSet> questions = Caffeine.newBuilder().maximumSize(200).build();

	SettingsOfVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Settings of(long version) {
		return settings.get(version, id -> ProgrammeFile.settings(text(id)));
	}

	/** Of old versions too, whose other settings may not be taken any more. */
	QuestionSet questions(long version) {
		return questions.get(version, id -> ProgrammeFile.questions(text(id)));
	}

	private String text(long version) {
		return jdbc.sql("select settings from programme_version where id = ?").param(version).query(String.class).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no version " + version + " of a programme."));
	}
}
