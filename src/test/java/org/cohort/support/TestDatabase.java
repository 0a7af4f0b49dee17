package org.cohort.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
		var container = container();
		if (container.isPresent()) {
			var started = container.get();
			Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
			server = "jdbc:postgresql://" + started.getHost() + ":" + started.getMappedPort(5432) + "/";
			superuser = started.getUsername();
			superuserPassword = started.getPassword();
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

	/** A started container, or nothing where an embedded server is wanted or no container can be had. */
	private static Optional<PostgreSQLContainer> container() {
		var image = System.getProperty("cohort.test.postgres.image", "postgres:18-alpine");
		return switch (System.getProperty("cohort.test.postgres", "auto")) {
			case "container" -> Optional.of(started(image));
			case "embedded" -> Optional.empty();
			case "auto" -> startedIfPossible(image);
			case String other -> throw new IllegalArgumentException(
					"cohort.test.postgres is container, embedded or auto, not " + other);
		};
	}

	private static Optional<PostgreSQLContainer> startedIfPossible(String image) {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return Optional.empty();
		}
		try {
			return Optional.of(started(image));
		}
		catch (RuntimeException unavailable) {
			System.out.printf("No container from %s (%s): the tests use an embedded PostgreSQL instead.%n",
					image, unavailable.getMessage());
			return Optional.empty();
		}
	}

	@SuppressWarnings("resource") // lives as long as the JVM; the container is removed with it
	private static PostgreSQLContainer started(String image) {
		var container = new PostgreSQLContainer(
				DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
		container.start();
		return container;
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
