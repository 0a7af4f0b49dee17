package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.cohort.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database from before versions were kept has programmes and applications that have none. */
class VersionsOfOldProgrammesTests {

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final List<String> BEFORE = List.of("V01_1__event_publication.sql",
			"V10_1__programmes_and_rounds.sql", "V10_2__remind_of_follow_ups.sql",
			"V20_1__applications_drafts_and_pool.sql");

	@TempDir
	Path before;

	@Test
	void theyGetTheirFirstVersionAndApplicationsPointToIt() throws IOException {
		TestDatabase.shared().create("before_versions");
		for (String file : BEFORE) {
			Files.copy(MIGRATIONS.resolve(file), before.resolve(file));
		}
		migrate(before);
		var jdbc = JdbcClient.create(new DriverManagerDataSource(TestDatabase.shared().url("before_versions"),
				"cohort_app", TestDatabase.PASSWORD));
		UUID programme = UUID.randomUUID();
		UUID round = UUID.randomUUID();
		jdbc.sql("insert into programme values (?, 'old', 'Old', '{\"questions\": []}', now(), now())").param(programme)
				.update();
		jdbc.sql("insert into round values (?, ?, 'r', 'R', now(), now() + interval '1 day', now() + interval '2 days',"
				+ " 5, 'OPEN', now())").params(round, programme).update();
		jdbc.sql("insert into application (id, round_id, code, submission_key, stage, stage_since, name, email,"
				+ " email_key, locale, answers, submitted_at) values (:id, :round, 'ABCD-EF', :id, 'UNCONFIRMED', now(),"
				+ " 'A', 'a@b.example', 'a@b.example', 'en', '{}', now())")
				.param("id", UUID.randomUUID()).param("round", round).update();

		migrate(MIGRATIONS);

		assertThat(jdbc.sql("""
				select v.number from application a join programme_version v on v.id = a.programme_version_id
					join programme p on p.version_id = v.id and v.programme_id = p.id and v.settings = p.settings
				""").query(Integer.class).list()).containsExactly(1);
	}

	private static void migrate(Path files) {
		Flyway.configure()
				.dataSource(TestDatabase.shared().url("before_versions"), "cohort_owner", TestDatabase.PASSWORD)
				.schemas("cohort").defaultSchema("cohort").createSchemas(false).outOfOrder(true)
				.locations("filesystem:" + files).load().migrate();
	}
}
