package org.cohort.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One real PostgreSQL per test JVM with the roles of {@code deploy/postgres/roles.sql}.
 * {@code -Dcohort.test.postgres=container} runs it in a container ({@code -Dcohort.test.postgres.image=...}),
 * {@code embedded} as a child process; by default a container where a Docker engine runs.
 */
public final class TestDatabase {

	/** The password of every role in tests. */
	public static final String PASSWORD = "test-only";

	private static final TestDatabase SHARED = new TestDatabase();

	private final String server;

	private final String superuser;

	private final String superuserPassword;

	private TestDatabase() {
		if (inContainer()) {
			var image = System.getProperty("cohort.test.postgres.image", "postgres:18-alpine");
			@SuppressWarnings("resource") // lives as long as the JVM; the container is removed with it
			var container = new PostgreSQLContainer(
					DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
			container.start();
			Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
			server = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
			superuser = container.getUsername();
			superuserPassword = container.getPassword();
		}
		else {
			server = "jdbc:postgresql://127.0.0.1:" + embedded().getPort() + "/";
			superuser = "postgres";
			superuserPassword = "postgres";
		}
		create("cohort");
	}

	public static TestDatabase shared() {
		return SHARED;
	}

	/** The address of the application's database. */
	public String url() {
		return url("cohort");
	}

	public String url(String database) {
		return server + database;
	}

	/** Makes another empty database with the same roles. */
	public void create(String database) {
		execute("postgres", List.of("create database " + database));
		try {
			execute(database, List.of(Files.readString(Path.of("deploy/postgres/roles.sql")),
					"alter role cohort_owner password '" + PASSWORD + "'",
					"alter role cohort_app password '" + PASSWORD + "'",
					"alter role cohort_demographics password '" + PASSWORD + "'"));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void execute(String database, List<String> statements) {
		try (var connection = DriverManager.getConnection(url(database), superuser, superuserPassword);
				var statement = connection.createStatement()) {
			for (var sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException e) {
			throw new IllegalStateException("The test database could not be prepared: " + e.getMessage(), e);
		}
	}

	private static boolean inContainer() {
		return switch (System.getProperty("cohort.test.postgres", "auto")) {
			case "container" -> true;
			case "embedded" -> false;
			case "auto" -> DockerClientFactory.instance().isDockerAvailable();
			case String other -> throw new IllegalArgumentException(
					"cohort.test.postgres is container, embedded or auto, not " + other);
		};
	}

	private static EmbeddedPostgres embedded() {
		try {
			return EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("max_connections", "200")
					.setServerConfig("timezone", "UTC")
					.start();
		}
		catch (IOException e) {
			throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
		}
	}
}
