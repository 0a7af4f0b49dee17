package org.cohort.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with the database of Cohort, its three roles, and a database for Keycloak. */
final class Postgres implements Part {

	private final PlatformSettings settings;

	private final PidFile pidFile;

	private @Nullable EmbeddedPostgres server;

	Postgres(PlatformSettings settings) {
		this.settings = settings;
		this.pidFile = settings.pidFile("postgresql");
	}

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public void start() {
		if (isRunning()) {
			return;
		}
		try {
			Files.createDirectories(settings.logs());
			File log = settings.logs().resolve("postgresql.log").toFile();
			Path data = settings.folder().resolve("postgresql");
			Files.deleteIfExists(data.resolve("epg-lock"));
			server = EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setOverrideWorkingDirectory(settings.distributions().resolve("postgresql").toFile())
				.setPort(settings.ports().postgres())
				.setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("shared_buffers", "32MB")
				.setServerConfig("max_connections", "80")
				.setServerConfig("unix_socket_directories", "''")
				.setPGStartupWait(Duration.ofSeconds(60))
				.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
				.setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
				.start();
			rememberProcess(data);
			createDatabase("keycloak", null);
			createDatabase("cohort", Path.of("deploy/postgres/roles.sql"));
		}
		catch (IOException exception) {
			throw new PlatformRefused("PostgreSQL did not start; its log is " + settings.logs().resolve("postgresql.log")
					+ ": " + exception.getMessage(), exception);
		}
	}

	private void rememberProcess(Path data) throws IOException {
		long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
		ProcessHandle.of(pid).ifPresent(pidFile::write);
	}

	private void createDatabase(String name, @Nullable Path script) {
		EmbeddedPostgres running = running();
		try (Connection connection = running.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			var existing = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'");
			if (!existing.next()) {
				statement.execute("create database " + name);
			}
		}
		catch (SQLException exception) {
			throw new IllegalStateException("The database " + name + " cannot be created", exception);
		}
		if (script != null) {
			try (Connection connection = running.getDatabase("postgres", name).getConnection();
					var statement = connection.createStatement()) {
				statement.execute(Files.readString(script));
			}
			catch (SQLException | IOException exception) {
				throw new IllegalStateException(script + " failed", exception);
			}
		}
	}

	/** For tests and a curious reader; passwords are not asked for on loopback. */
	String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.ports().postgres(), database);
	}

	private EmbeddedPostgres running() {
		return java.util.Objects.requireNonNull(server, "PostgreSQL was not started");
	}

	@Override
	public void stop(Duration patience) {
		EmbeddedPostgres running = server;
		server = null;
		if (running != null) {
			try {
				running.close();
			}
			catch (IOException exception) {
				throw new UncheckedIOException(exception);
			}
		}
		pidFile.end(patience);
	}

	@Override
	public void kill() {
		pidFile.process().ifPresent(process -> {
			process.destroyForcibly();
			process.onExit().join();
		});
		server = null;
		pidFile.delete();
	}

	@Override
	public boolean isRunning() {
		return pidFile.process().isPresent();
	}
}
