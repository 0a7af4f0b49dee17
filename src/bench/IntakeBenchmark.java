import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Measures the intake from outside: applications accepted per second through the form that applicants use, beside what
 * PostgreSQL's own {@code pgbench} commits on the same server in the same run (single rows of 3 kB, and the very rows of
 * an application); then the coordinators' list with 100, 10,000 and 100,000 applications. It starts everything itself: a
 * PostgreSQL from the system's package, the packaged application, and a stand-in for Keycloak that signs one coordinator
 * in. Run it from the project's folder:
 *
 * <pre>{@code mvn -q -DskipTests -DskipPlatform package && java src/bench/IntakeBenchmark.java}</pre>
 *
 * Arguments: seconds for each measurement (10), then what to measure: {@code all}, which also writes the tables into
 * {@code docs/benchmarks.md}, {@code applications}, {@code lists}, or {@code load}, which sends applications and leaves
 * pgbench out, for a profiler; then the numbers of clients (1,8,32). Options for the application's Java follow from
 * {@code -Dcohort.java="…"}, settings for it from {@code -Dcohort.settings="…"}.
 */
public class IntakeBenchmark {

	private static final int[] SIZES = { 100, 10_000, 100_000 };

	private static final String MARK = "<!-- written by IntakeBenchmark -->";

	private static final String END = "<!-- end of what IntakeBenchmark writes -->";

	private final Path folder;

	private final Path postgres;

	private final int databasePort = freePort();

	private final int port = freePort();

	private final List<Process> started = new ArrayList<>();

	IntakeBenchmark() throws IOException {
		folder = Files.createDirectories(Path.of("/tmp", "cohort-benchmark-" + ProcessHandle.current().pid()));
		postgres = postgresOfTheSystem();
	}

	public static void main(String[] arguments) throws Exception {
		int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
		String what = arguments.length > 1 ? arguments[1] : "all";
		int[] clients = Arrays.stream((arguments.length > 2 ? arguments[2] : "1,8,32").split(",")).mapToInt(Integer::parseInt)
			.toArray();
		IntakeBenchmark benchmark = new IntakeBenchmark();
		Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
		try {
			benchmark.startDatabase();
			var issuer = new Issuer();
			benchmark.startCohort(issuer.address());
			List<String> lines = new ArrayList<>();
			if (!what.equals("lists")) {
				benchmark.applications(seconds, clients, !what.equals("load"), lines);
			}
			if (what.equals("all") || what.equals("lists")) {
				benchmark.lists(lines);
			}
			if (what.equals("all")) {
				write(String.join("\n", lines));
			}
			System.exit(0);
		}
		catch (Exception failed) {
			failed.printStackTrace();
			System.exit(1);
		}
	}

	// --- applications

	private void applications(int seconds, int[] numbers, boolean compare, List<String> lines) throws Exception {
		String slug = openRound("bench");
		openRound("pgbench");
		sql("create table cohort.bench_row (id uuid primary key, body text not null)");
		List<Path> rows = scripts("row", "insert into cohort.bench_row values (gen_random_uuid(), '%s');\n", 2_900);
		List<Path> same = scripts("same", SAME_ROWS, 967);
		lines.add("Measured on %s with %d cores, Java %s, PostgreSQL %s, %d s each; the load generator and the database share the cores."
			.formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
					run(postgres.resolve("postgres").toString(), "--version").replaceAll("[^0-9.]*([0-9.]+).*\\s*", "$1"), seconds));
		lines.add("");
		lines.add("| clients | applications/s | p50 ms | p99 ms | refused or failed | processor ms for one: Cohort + PostgreSQL + generator | 3 kB rows/s by pgbench | share | the same rows/s by pgbench | share |");
		lines.add("|---|---|---|---|---|---|---|---|---|---|");
		System.out.println("Cohort has started; warming up.");
		int warm = 0; // the compiler has to have seen the code, as it has in a server that runs for days
		for (int turn = 0; turn < 18 && warm < 20_000; turn++) {
			Measured measured = load(slug, 8, 5);
			warm += measured.good();
			if (measured.good() < measured.bad()) {
				throw new IllegalStateException("Most applications are refused, see " + folder.resolve("cohort.log"));
			}
		}
		for (int clients : numbers) {
			double single = compare ? pgbench(rows, clients, seconds) : Double.NaN;
			double whole = compare ? pgbench(same, clients, seconds) : Double.NaN;
			long before = count("application");
			Processors start = processors();
			Measured measured = load(slug, clients, seconds);
			Processors end = processors();
			long stored = count("application") - before;
			if (stored != measured.good()) {
				throw new IllegalStateException(measured.good() + " were acknowledged but " + stored + " are stored.");
			}
			double rate = measured.good() / (double) seconds;
			lines.add(String.format(Locale.ROOT, "| %d | %.0f | %.1f | %.1f | %d | %s | %.0f | 1/%.1f | %.0f | 1/%.1f |", clients,
					rate, measured.percentile(50), measured.percentile(99), measured.bad(), end.since(start, measured.good()),
					single, single / rate, whole, whole / rate));
			System.out.println(lines.get(lines.size() - 1));
		}
		System.out.println("Answers of an application take " + sql("select avg(pg_column_size(answers))::int from application").strip()
				+ " bytes in the table, a row of pgbench " + sql("select avg(pg_column_size(body))::int from bench_row").strip() + ".");
		lines.add("");
	}

	/** What one application writes, by statements that each are prepared once: the rows, the indexes, one transaction. */
	private static final String SAME_ROWS = """
			begin;
			select gen_random_uuid() as id, gen_random_uuid() as key, substr(upper(translate(md5(random()::text), '01', 'yz')), 1, 6) as code \\gset
			insert into cohort.application (id, round_id, code, submission_key, stage, stage_since, name, email, email_key, locale, answers, submitted_at, programme_version_id) values (:id, (select id from cohort.round where slug = 'pgbench'), substr(:code::text, 1, 4) || '-' || substr(:code::text, 5), :key, 'UNCONFIRMED', now(), 'Amara Okafor ' || :code, 'amara.' || :key::text || '@example.org', 'amara.' || :key::text || '@example.org', 'en', ('{"country": ["NG"], "time-zone": ["Africa/Lagos"], "years": ["2.5"], "contributions": ["3"], "experience": ["%1$s"], "hours-per-week": ["12"], "motivation": ["%2$s"], "goals": ["%3$s"], "interests": ["documentation", "bugs"], "conduct": ["' || :code || '"]}')::jsonb, now(), (select min(version_id) from cohort.programme)) on conflict do nothing;
			insert into cohort.event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts) values (gen_random_uuid(), 'org.cohort.process.ApplicationMessages.on(org.cohort.application.Applications$Submitted)', 'org.cohort.application.Applications$Submitted', '{"applicationId":"' || :id || '","roundId":"7b0a2f2e-8fd5-4d2f-a6a4-7a3ed9f1c111","programmeId":"7b0a2f2e-8fd5-4d2f-a6a4-7a3ed9f1c112"}', now(), 'PUBLISHED', 0);
			insert into cohort.link (id, purpose, subject_id, detail, token_hash, issued_at, expires_at) values (gen_random_uuid(), 'SELF_IDENTIFICATION', :id, '7b0a2f2e-8fd5-4d2f-a6a4-7a3ed9f1c111', sha256(:key::text::bytea), now(), now() + interval '9 days');
			commit;
			""";

	/** Many scripts, since every row shall have a text of its own; pgbench takes one at random each time. */
	private List<Path> scripts(String name, String statements, int length) throws IOException {
		List<Path> scripts = new ArrayList<>();
		Random random = new Random(name.hashCode());
		for (int number = 0; number < 50; number++) {
			scripts.add(Files.writeString(folder.resolve(name + "-" + number + ".sql"), statements.formatted(Prose.of(random, length),
					Prose.of(random, length), Prose.of(random, length))));
		}
		return scripts;
	}

	private record Measured(long[] nanos, int good, int bad) {

		double percentile(int percent) {
			return nanos.length == 0 ? Double.NaN : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
		}
	}

	private Measured load(String slug, int clients, int seconds) throws Exception {
		String page = get("/apply/" + slug, null);
		String token = find(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
		String cookie = find(lastCookies, "(XSRF-TOKEN=[^;\\]]+)");
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		List<long[]> times = new ArrayList<>();
		AtomicInteger bad = new AtomicInteger();
		List<Thread> threads = new ArrayList<>();
		for (int client = 0; client < clients; client++) {
			Thread thread = new Thread(() -> {
				long[] taken = new long[200_000];
				int done = 0;
				try (Socket socket = new Socket("127.0.0.1", port)) {
					socket.setTcpNoDelay(true);
					OutputStream out = socket.getOutputStream();
					InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
					while (System.nanoTime() < end && done < taken.length) {
						byte[] request = form(slug, token, cookie);
						long start = System.nanoTime();
						out.write(request);
						out.flush();
						if (answer(in) == 302) {
							taken[done++] = System.nanoTime() - start;
						}
						else {
							bad.incrementAndGet();
						}
					}
				}
				catch (IOException broken) {
					bad.incrementAndGet();
				}
				synchronized (times) {
					times.add(Arrays.copyOf(taken, done));
				}
			});
			threads.add(thread);
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		return new Measured(all, all.length, bad.get());
	}

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	/** Answers of up to so many letters, made before anything is measured; one of them is picked for each question. */
	private static final Map<Integer, List<String>> ANSWERS = Map.of(1_000, answers(1_000), 1_150, answers(1_150), 750, answers(750));

	private static List<String> answers(int length) {
		return new Random(length).ints(1_000).mapToObj(seed -> encoded(Prose.of(new Random(seed), length))).toList();
	}

	private static String answer(int length) {
		return ANSWERS.get(length).get(ThreadLocalRandom.current().nextInt(1_000));
	}

	private byte[] form(String slug, String token, String cookie) {
		int person = PEOPLE.incrementAndGet();
		String body = "form=" + UUID.randomUUID() + "&name=Amara+Okafor+" + Integer.toString(person, 36) + "&email=amara." + person
				+ "%40example.org&q.country=NG&q.time-zone=Africa%2FLagos&q.years=2.5&q.contributions=3&q.experience="
				+ answer(1_000) + "&q.hours-per-week.total=12&q.motivation=" + answer(1_150) + "&q.goals=" + answer(750)
				+ "&q.interests=documentation&q.interests=bugs&q.conduct=yes&action=submit&_csrf=" + encoded(token);
		String head = "POST /apply/" + slug + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie
				+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept-Language: en\r\nContent-Length: " + body.length()
				+ "\r\n\r\n";
		return (head + body).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Reads one answer and returns its status. */
	private static int answer(InputStream in) throws IOException {
		int status = 0;
		int length = 0;
		boolean chunked = false;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (status == 0) {
				status = Integer.parseInt(line.substring(9, 12));
			}
			String lower = line.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(line.substring(15).strip());
			}
			chunked |= lower.startsWith("transfer-encoding: chunked");
		}
		if (chunked) {
			for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
				in.skipNBytes(size + 2);
			}
			line(in);
		}
		in.skipNBytes(length);
		return status;
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int letter = in.read(); letter != '\n'; letter = in.read()) {
			if (letter < 0) {
				throw new IOException("The connection was closed.");
			}
			if (letter != '\r') {
				line.append((char) letter);
			}
		}
		return line.toString();
	}

	private double pgbench(List<Path> scripts, int clients, int seconds) throws Exception {
		List<String> command = new ArrayList<>(List.of(postgres.resolve("pgbench").toString(), "-n", "-h", "127.0.0.1", "-p",
				"" + databasePort, "-U", "postgres", "-c", "" + clients, "-j", "" + Math.min(2, clients), "-T", "" + seconds, "-M", "prepared"));
		scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
		command.add("cohort");
		return Double.parseDouble(find(run(command.toArray(String[]::new)), "tps = ([0-9.]+)"));
	}

	// --- processors

	/** Processor time in seconds so far. */
	private record Processors(double cohort, double database, double generator) {

		String since(Processors before, int applications) {
			return String.format(Locale.ROOT, "%.2f + %.2f + %.2f", (cohort - before.cohort) * 1000 / applications,
					(database - before.database) * 1000 / applications, (generator - before.generator) * 1000 / applications);
		}
	}

	private Processors processors() throws IOException {
		long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0).strip());
		double database = seconds(ProcessHandle.of(postmaster).orElseThrow());
		database += ProcessHandle.of(postmaster).orElseThrow().children().mapToDouble(IntakeBenchmark::seconds).sum();
		return new Processors(seconds(started.get(0).toHandle()), database, seconds(ProcessHandle.current()));
	}

	private static double seconds(ProcessHandle process) {
		return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
	}

	// --- the list

	private void lists(List<String> lines) throws Exception {
		HttpClient olga = HttpClient.newBuilder().cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NORMAL).build();
		lines.add("| applications in the round | first page p95 ms | next pages p95 ms | filtered and sorted p95 ms | search p95 ms |");
		lines.add("|---|---|---|---|---|");
		for (int size : SIZES) {
			String slug = openRound("list-" + size);
			sql(fill(slug, size));
			sql("vacuum analyze cohort.application");
			String list = "/staff/applications?round=" + slug;
			for (int warm = 0; warm < 40; warm++) {
				get(list, olga);
			}
			double first = p95(60, turn -> get(list, olga));
			String[] next = { list };
			double further = p95(60, turn -> {
				String page = get(next[0], olga);
				Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
				next[0] = link.find() ? link.group(1).replace("&amp;", "&") : list;
			});
			String[] filters = { "&stage=IN_POOL&sort=score", "&outcome=ELIGIBLE&sort=name", "&missing=REVIEW_IN_TIME&sort=due",
					"&min=60&max=90", "&stage=UNDER_REVIEW&outcome=BORDERLINE", "&sort=-sent&end=yes", "&missing=CONFIRMATION&sort=waiting",
					"&missing=COORDINATOR&sort=waiting", "&missing=DUPLICATE" };
			double filtered = p95(90, turn -> get(list + filters[turn % filters.length], olga));
			String[] words = { "person 77", "okafor", "example.org", "nobody at all", "c4ca", "ab", "person okafor 1" };
			String form = get(list, olga);
			String token = find(form, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
			double searched = p95(70, turn -> post("/staff/applications/search", "round=" + slug + "&q="
					+ encoded(words[turn % words.length]) + "&_csrf=" + encoded(token), olga));
			lines.add(String.format(Locale.ROOT, "| %,d | %.1f | %.1f | %.1f | %.1f |", size, first, further, filtered, searched));
			System.out.println(lines.get(lines.size() - 1));
		}
	}

	private interface Turn {

		void take(int turn) throws Exception;
	}

	private static double p95(int turns, Turn turn) throws Exception {
		long[] taken = new long[turns];
		for (int number = 0; number < turns; number++) {
			long start = System.nanoTime();
			turn.take(number);
			taken[number] = System.nanoTime() - start;
		}
		Arrays.sort(taken);
		return taken[turns * 95 / 100] / 1e6;
	}

	private static String fill(String slug, int many) {
		return """
				insert into cohort.application (id, round_id, programme_version_id, code, submission_key, stage, stage_since, name, email,
					email_key, locale, answers, submitted_at, confirmed_at, outcome, score, reviews_open, reviews_done, reviews_due_at)
				select gen_random_uuid(), r.id, p.version_id, translate(upper(substr(hex, 1, 4) || '-' || substr(hex, 5)), '01', 'YZ'),
					gen_random_uuid(), (array['UNCONFIRMED', 'UNDER_REVIEW', 'IN_POOL', 'NOT_ELIGIBLE', 'SCREENING'])[1 + n %% 5],
					now() - n * interval '3 seconds', case when n %% 50 = 0 then 'Okafor ' else 'Person ' end || n || ' ' ||
					substr(md5(n::text), 1, 8), md5(n::text) || '@example.org', md5(n::text) || '@example.org', 'en',
					jsonb_build_object('motivation', jsonb_build_array((select string_agg(md5(n || '-' || m), ' ') from generate_series(1, 85) m))),
					now() - n * interval '1 second', case when n %% 5 > 0 then now() end,
					case when n %% 5 > 1 then (array['ELIGIBLE', 'BORDERLINE', 'NOT_ELIGIBLE'])[1 + n %% 3] end,
					case when n %% 5 = 2 then n %% 100 end, n %% 2, n %% 3,
					case when n %% 2 = 1 then now() + (n %% 1000 - 10) * interval '1 hour' end
				from (select n, lpad(to_hex(n + %d), 6, '0') as hex from generate_series(1, %d) n) numbers,
					cohort.round r join cohort.programme p on p.id = r.programme_id where r.slug = '%s'
				on conflict (code) do nothing
				""".formatted(8_000_000 + many, many, slug);
	}

	// --- what it runs on

	private void startDatabase() throws Exception {
		Path data = folder.resolve("data");
		if (isRoot()) {
			run("chown", "postgres", folder.toString());
		}
		asPostgres(postgres.resolve("initdb") + " -D " + data + " -E UTF8 --locale=C.UTF-8 -A trust -U postgres");
		Files.writeString(data.resolve("postgresql.conf"), """

				port = %d
				listen_addresses = '127.0.0.1'
				unix_socket_directories = ''
				shared_buffers = 256MB
				""".formatted(databasePort), StandardOpenOption.APPEND);
		asPostgres(postgres.resolve("pg_ctl") + " -w -D " + data + " -l " + folder.resolve("postgresql.log") + " start");
		run(psql("postgres", "-c", "create database cohort"));
		run(psql("cohort", "-f", Path.of("deploy/postgres/roles.sql").toAbsolutePath().toString()));
	}

	private void startCohort(String issuer) throws Exception {
		String url = "jdbc:postgresql://127.0.0.1:" + databasePort + "/cohort";
		List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m", "-XX:+UseSerialGC"));
		command.addAll(words(System.getProperty("cohort.java", "")));
		command.addAll(List.of("-jar", "target/cohort.jar"));
		Map.of("server.port", "" + port, "cohort.public-url", "http://127.0.0.1:" + port, "spring.datasource.url", url,
				"cohort.demographics.datasource.url", url, "cohort.engine.enabled", "false", "cohort.mail.sending", "false",
				"cohort.rate-limit.enabled", "false", "cohort.links.key", "a-key-for-the-benchmark-only-0123456789",
				"cohort.programmes.import", "classpath:programmes/default.yaml", "cohort.sign-in.issuer", issuer)
			.forEach((key, value) -> command.add("--" + key + "=" + value));
		command.add("--logging.level.root=warn");
		command.addAll(words(System.getProperty("cohort.settings", "")));
		// Else a connection ends after 100 requests, and a client of the generator with it.
		command.add("--server.tomcat.max-keep-alive-requests=-1");
		started.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("cohort.log").toFile()).start());
		for (int attempt = 0;; attempt++) {
			try {
				get("/", null);
				return;
			}
			catch (IOException | IllegalStateException notYet) {
				if (attempt > 240 || !started.get(0).isAlive()) {
					throw new IllegalStateException("Cohort did not start, see " + folder.resolve("cohort.log"), notYet);
				}
				Thread.sleep(500);
			}
		}
	}

	private static List<String> words(String text) {
		return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
	}

	/** A Java that can run Cohort: this one, or one that stands beside it. */
	private static String java() throws IOException {
		List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
		if (System.getenv("JAVA_HOME") != null) {
			homes.add(Path.of(System.getenv("JAVA_HOME")));
		}
		if (Files.isDirectory(Path.of("/usr/lib/jvm"))) {
			try (Stream<Path> others = Files.list(Path.of("/usr/lib/jvm"))) {
				others.forEach(homes::add);
			}
		}
		for (Path home : homes) {
			Path release = home.resolve("release");
			if (Files.isRegularFile(release)
					&& Integer.parseInt(find(Files.readString(release), "JAVA_VERSION=\"(\\d+)")) >= 21) {
				return home.resolve("bin").resolve("java").toString();
			}
		}
		throw new IOException("A Java 21 or newer is needed.");
	}

	private String openRound(String slug) throws Exception {
		while (count("programme") == 0) { // Cohort answers before it has read its programme
			Thread.sleep(200);
		}
		sql("insert into cohort.round select gen_random_uuid(), id, '%s', '%s', now() - interval '1 minute', now() + interval '9 days', now() + interval '40 days', 5, 'OPEN', now() from cohort.programme limit 1"
			.formatted(slug, slug));
		return slug;
	}

	/** However it ends: what was started goes, and the folder with it. */
	private void stop() {
		try {
			for (Process process : started) {
				process.destroy();
				process.waitFor();
			}
			asPostgres(postgres.resolve("pg_ctl") + " -m fast -D " + folder.resolve("data") + " stop");
			try (Stream<Path> files = Files.walk(folder)) {
				files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
			}
		}
		catch (Exception left) {
			System.err.println("Something may be left in " + folder + ": " + left.getMessage());
		}
	}

	private static Path postgresOfTheSystem() throws IOException {
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("pgbench")))
				.max(Comparator.comparing(Path::toString)).orElseThrow();
		}
		catch (IOException | java.util.NoSuchElementException none) {
			throw new IOException("PostgreSQL with pgbench is needed, on Debian the packages postgresql and postgresql-contrib.", none);
		}
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	/** PostgreSQL's own programs refuse to run as root. */
	private static void asPostgres(String command) throws Exception {
		if (isRoot()) {
			run("runuser", "-u", "postgres", "--", "sh", "-c", "cd /tmp && " + command + " > /dev/null");
		}
		else {
			run("sh", "-c", command + " > /dev/null");
		}
	}

	private String[] psql(String database, String... more) {
		List<String> command = new ArrayList<>(List.of(postgres.resolve("psql").toString(), "-h", "127.0.0.1", "-p", "" + databasePort, "-U",
				"postgres", "-d", database, "-qAt", "-v", "ON_ERROR_STOP=1"));
		command.addAll(List.of(more));
		return command.toArray(String[]::new);
	}

	private String sql(String statement) throws Exception {
		return run(psql("cohort", "-c", "set search_path = cohort", "-c", statement));
	}

	private long count(String table) throws Exception {
		return Long.parseLong(sql("select count(*) from cohort." + table).strip());
	}

	private static String run(String... command) throws Exception {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(String.join(" ", command) + ": " + said);
		}
		return said;
	}

	// --- HTTP

	private static final HttpClient STRANGER = HttpClient.newHttpClient();

	private String lastCookies = "";

	private String get(String address, HttpClient client) throws Exception {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).header("Accept", "text/html"), client);
	}

	private String post(String address, String body, HttpClient client) throws Exception {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)), client);
	}

	private String send(HttpRequest.Builder request, HttpClient client) throws Exception {
		HttpResponse<String> answer = (client == null ? STRANGER : client).send(request.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(request.build().uri() + " answered " + answer.statusCode());
		}
		lastCookies = answer.headers().allValues("set-cookie").toString();
		return answer.body();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String find(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("«" + pattern + "» was not found in " + text.substring(0, Math.min(2000, text.length())));
		}
		return matcher.group(1);
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException none) {
			throw new IllegalStateException(none);
		}
	}

	private static void write(String table) throws IOException {
		Path file = Path.of("docs/benchmarks.md");
		String before = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
		int from = before.indexOf(MARK);
		int to = before.indexOf(END);
		String part = MARK + "\n" + table + "\n" + END;
		Files.writeString(file, from >= 0 && to > from ? before.substring(0, from) + part + before.substring(to + END.length())
				: before.stripTrailing() + "\n\n" + part + "\n");
	}

	/** Texts as people write them. */
	private static final class Prose {

		private static final String[] WORDS = """
				the to of and a in I it that is was for on with my as we but at this not have be from they by had one what when so or
				an if all there would who which their out about code more people time some how up them can than other into could
				project first then only work new like now after work also know where most years through much before good right
				learn because any think make over such even here well back being still between should write both down same
				question while why mentor own test each few open source might great another never must though without again
				found patch little team small review answer always under documentation too help every where community started
				build problem want change reading last long release something fix during bug part until language since old used
				tried page once took library issue asked error second became felt between left given rather maintainer different
				need together guide following nobody already understand able sometimes evening tool hours week less often real
				newcomer idea feature line later month server show enough far against user data explain message branch important
				everything script almost among local school university city translation clear reason course wrote whole
				program interest try whether public several side really accessible compiler network sure young parser job version
				simple ever within beginning friend yet experience support hand possible database around however interface hope
				package next group repository turn company free lesson kind thing careful engineer matter anything night member
				feedback special example practice difficult goal screen reader keyboard meeting colleague conference country study
				travel family internet slow phone laptop borrowed offline contribution weekend deploy pipeline container kernel driver
				""".strip().split("\\s+");

		/** Sentences of common words, frequent ones more often, as in a language: PostgreSQL stores them as it stores letters. */
		static String of(Random random, int length) {
			StringBuilder text = new StringBuilder(length + 120);
			while (text.length() < length) {
				int words = 6 + random.nextInt(14);
				for (int word = 0; word < words; word++) {
					String next = WORDS[(int) Math.pow(WORDS.length, random.nextDouble()) % WORDS.length];
					text.append(word == 0 ? next.substring(0, 1).toUpperCase(Locale.ROOT) + next.substring(1) : next)
						.append(word == words - 1 ? ". " : random.nextInt(9) == 0 ? ", " : " ");
				}
			}
			return text.substring(0, text.lastIndexOf(" ", length)).strip();
		}
	}

	/** Stands where Keycloak would: signs in one coordinator without asking. */
	private static final class Issuer {

		private final HttpServer server;

		private final KeyPair keys;

		private final Map<String, String> nonces = new ConcurrentHashMap<>();

		Issuer() throws Exception {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			keys = generator.generateKeyPair();
			server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
			String base = "/realms/cohort/protocol/openid-connect";
			server.createContext(base + "/auth", this::authorize);
			server.createContext(base + "/token", this::token);
			server.createContext(base + "/certs", exchange -> json(exchange, "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"k\",\"n\":\""
					+ number(((RSAPublicKey) keys.getPublic()).getModulus()) + "\",\"e\":\""
					+ number(((RSAPublicKey) keys.getPublic()).getPublicExponent()) + "\"}]}"));
			server.createContext(base + "/userinfo", exchange -> json(exchange, "{\"sub\":\"olga\",\"preferred_username\":\"olga\",\"name\":\"Olga\"}"));
			server.start();
		}

		String address() {
			return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/cohort";
		}

		private void authorize(HttpExchange exchange) throws IOException {
			String query = exchange.getRequestURI().getQuery();
			String code = UUID.randomUUID().toString();
			nonces.put(code, find(query, "nonce=([^&]+)"));
			exchange.getResponseHeaders().add("Location", find(query, "redirect_uri=([^&]+)") + "?code=" + code + "&state="
					+ encoded(find(query, "(?:^|&)state=([^&]+)")));
			exchange.sendResponseHeaders(302, -1);
			exchange.close();
		}

		private void token(HttpExchange exchange) throws IOException {
			String code = find(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), "code=([^&]+)");
			long now = Instant.now().getEpochSecond();
			String jwt = signed("{\"iss\":\"%s\",\"sub\":\"olga\",\"aud\":\"cohort\",\"azp\":\"cohort\",\"iat\":%d,\"exp\":%d,\"nonce\":\"%s\",\"preferred_username\":\"olga\",\"groups\":[\"coordinators\"]}"
				.formatted(address(), now, now + 3600, nonces.get(code)));
			json(exchange, "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"openid profile email\"}".formatted(jwt, jwt));
		}

		private String signed(String claims) throws IOException {
			try {
				String content = base64("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(StandardCharsets.UTF_8)) + "."
						+ base64(claims.getBytes(StandardCharsets.UTF_8));
				Signature signature = Signature.getInstance("SHA256withRSA");
				signature.initSign(keys.getPrivate());
				signature.update(content.getBytes(StandardCharsets.UTF_8));
				return content + "." + base64(signature.sign());
			}
			catch (java.security.GeneralSecurityException impossible) {
				throw new IOException(impossible);
			}
		}

		private static String number(java.math.BigInteger number) {
			byte[] bytes = number.toByteArray();
			return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
		}

		private static String base64(byte[] bytes) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		}

		private static void json(HttpExchange exchange, String body) throws IOException {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		}
	}
}
