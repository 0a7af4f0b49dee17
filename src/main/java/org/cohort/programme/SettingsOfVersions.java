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

	private final Cache<Long, Settings> read = Caffeine.newBuilder().maximumSize(200).build();

	SettingsOfVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Settings of(long version) {
		return read.get(version, id -> ProgrammeFile.settings(
				jdbc.sql("select settings from programme_version where id = ?").param(id).query(String.class).optional()
						.orElseThrow(() -> new NoSuchElementException("There is no version " + id + " of a programme."))));
	}
}
