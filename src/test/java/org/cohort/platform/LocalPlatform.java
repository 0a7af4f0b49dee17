package org.cohort.platform;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything that Cohort needs around itself, running on this machine and on loopback only: PostgreSQL, OpenSearch,
 * Camunda with Tasklist, Keycloak with the realm, and a mail catcher; and, when asked, Cohort itself as a process of
 * its own. The tests share one: {@link #shared()}.
 */
public final class LocalPlatform implements AutoCloseable {

	private static final String LAUNCHER = "launcher";

	private final PlatformSettings settings;

	private final Progress progress;

	private final Postgres postgres;

	private final Search search;

	private final Keycloak keycloak;

	private final Camunda camunda;

	private final MailCatcher mails;

	private final MailPage mailPage;

	private final CohortProcess cohort;

	private volatile Runnable beforeClosing = () -> {
	};

	private volatile boolean closing;

	private LocalPlatform(PlatformSettings settings, Progress progress) {
		this.settings = settings;
		this.progress = progress;
		this.postgres = new Postgres(settings);
		this.search = new Search(settings);
		this.keycloak = new Keycloak(settings, postgres);
		this.camunda = new Camunda(settings, search, keycloak);
		this.mails = new MailCatcher(settings);
		this.mailPage = new MailPage(settings, mails);
		this.cohort = new CohortProcess(settings, this);
	}

	/**
	 * The platform of the tests, started at the first call and stopped when the JVM ends. Cohort itself is not
	 * started: see {@link #cohort()}.
	 */
	public static LocalPlatform shared() {
		return Shared.PLATFORM;
	}

	private static final class Shared {

		private static final LocalPlatform PLATFORM = start(PlatformSettings.forTests(), new Progress(System.out));
	}

	/**
	 * Starts all parts but Cohort, and returns when they serve.
	 * @throws PlatformRefused with one sentence for the reader; nothing is left running then
	 */
	static LocalPlatform start(PlatformSettings settings, Progress progress) {
		prepare(settings, progress);
		var platform = new LocalPlatform(settings, progress);
		Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop-platform"));
		try {
			platform.startParts();
			return platform;
		}
		catch (RuntimeException exception) {
			platform.close();
			throw exception;
		}
	}

	private static void prepare(PlatformSettings settings, Progress progress) {
		settings.pidFile(LAUNCHER).process().ifPresent(other -> {
			throw new PlatformRefused("A platform runs already in %s (process %d): stop it first."
				.formatted(settings.folder(), other.pid()));
		});
		Leftovers.end(settings, progress);
		PortCheck.requireFree(settings.ports().uses());
		if (settings.wipe()) {
			settings.wipeFolder();
		}
		DiskCheck.requireSpace(settings.folder());
		settings.pidFile(LAUNCHER).write(ProcessHandle.current());
	}

	private void startParts() {
		progress.say("Starting PostgreSQL, OpenSearch, Keycloak and Camunda; logs are in " + settings.logs());
		mails.start();
		mailPage.start();
		var login = inParallel(() -> {
			startPart(postgres);
			startPart(keycloak);
		});
		var engine = inParallel(() -> {
			startPart(search);
			startPart(camunda);
		});
		try {
			login.exceptionally(failure -> failTogether(engine, failure));
			engine.exceptionally(failure -> failTogether(login, failure));
			CompletableFuture.allOf(login, engine).join();
		}
		catch (CompletionException exception) {
			throw exception.getCause() instanceof RuntimeException cause ? cause : exception;
		}
	}

	private static Void failTogether(CompletableFuture<Void> other, Throwable failure) {
		other.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
		throw new CompletionException(failure);
	}

	private void startPart(Part part) {
		if (!closing) {
			progress.start(part);
		}
	}

	private static CompletableFuture<Void> inParallel(Runnable work) {
		return CompletableFuture.runAsync(work, task -> Thread.ofPlatform().daemon().start(task));
	}

	/** Where a browser finds Cohort, when it runs. */
	public URI publicUrl() {
		return URI.create("http://localhost:" + settings.ports().application());
	}

	public URI mailPageUrl() {
		return URI.create("http://localhost:" + settings.ports().mailPage());
	}

	public URI tasklistUrl() {
		return URI.create(camunda.tasklistUrl());
	}

	public URI keycloakUrl() {
		return URI.create(keycloak.address());
	}

	/** The issuer of every token. */
	public URI realmUrl() {
		return URI.create(keycloak.realm());
	}

	/** The engine's gRPC gateway; it refuses calls without a token. */
	public URI gatewayUrl() {
		return URI.create("http://127.0.0.1:" + settings.ports().gateway());
	}

	/** The engine's REST interface. */
	public URI restUrl() {
		return URI.create("http://127.0.0.1:" + settings.ports().tasklist());
	}

	/** The address of a database for JDBC: {@code cohort}, or {@code keycloak}. */
	public String jdbcUrl(String database) {
		return postgres.jdbcUrl(database);
	}

	public Ports ports() {
		return settings.ports();
	}

	public PlatformSettings settings() {
		return settings;
	}

	/** The password of every demonstration user. */
	public String password() {
		return LocalSecrets.DEMONSTRATION_PASSWORD;
	}

	/** A client of the engine with Cohort's own credentials; the caller closes it. */
	public CamundaClient engine() {
		return EngineAccess.client(this);
	}

	URI tokenUrl() {
		return URI.create(keycloak.tokenUrl());
	}

	public MailCatcher mails() {
		return mails;
	}

	/** Cohort as a process of its own, which a test may kill. */
	public CohortProcess cohort() {
		return cohort;
	}

	/** Broker, gateway and Tasklist: one process. */
	public Part camunda() {
		return camunda;
	}

	public Part keycloak() {
		return keycloak;
	}

	public Part postgres() {
		return postgres;
	}

	public Part search() {
		return search;
	}

	/** The parts, in the order in which they may be stopped. */
	List<Part> parts() {
		return List.of(cohort, mails, camunda, keycloak, search, postgres);
	}

	/** This process and those of the running parts. */
	List<ProcessHandle> processes() {
		return settings.pidFiles().stream().flatMap(file -> file.process().stream()).toList();
	}

	/** What Cohort is told about its surroundings: see "Configuration keys" in docs/architecture.md. */
	public Map<String, String> applicationProperties() {
		return ApplicationProperties.of(this);
	}

	/** What to do before the parts are stopped: Cohort, run in this process, must not lose its database first. */
	void beforeClosing(Runnable action) {
		beforeClosing = action;
	}

	boolean isClosing() {
		return closing;
	}

	/**
	 * Stops everything: Cohort first, then the others at the same moment, because Maven ends this process five
	 * seconds after Ctrl-C and those who have been asked to end do so even without it.
	 */
	@Override
	public synchronized void close() {
		if (closing) {
			return;
		}
		closing = true;
		progress.say("Stopping");
		beforeClosing.run();
		cohort.stop(Duration.ofSeconds(3));
		mailPage.stop();
		mails.stop(Duration.ZERO);
		var stops = List.of(camunda, keycloak, search, postgres)
			.stream()
			.map(part -> inParallel(() -> part.stop(Duration.ofSeconds(10))))
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(stops).join();
		settings.pidFile(LAUNCHER).delete();
	}
}
