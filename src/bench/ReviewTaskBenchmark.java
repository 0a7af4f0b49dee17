import java.io.IOException;
import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how long it takes from an application to its review tasks, as the people concerned see it, on a local platform
 * that runs ({@code mvn spring-boot:test-run}): applicants send the form, open the link in the mail that came and confirm
 * their address at once, over HTTP as browsers do; three reviewers are signed in at Tasklist by way of Keycloak and ask
 * for their tasks with the request that Tasklist's own page sends. A task counts when its reviewer is shown it. Run it
 * from the project's folder:
 *
 * <pre>{@code java src/bench/ReviewTaskBenchmark.java}</pre>
 *
 * It imports a programme of its own and opens a round in it. The table goes to the screen and into
 * {@code docs/benchmarks.md}. The platform's port base (8080) and the sizes of the bursts (30 300) may follow.
 */
public class ReviewTaskBenchmark {

	private static final String MARK = "<!-- written by ReviewTaskBenchmark -->";

	private static final String END = "<!-- end of what ReviewTaskBenchmark writes -->";

	private static final List<String> REVIEWERS = List.of("anna.reviewer", "ben.reviewer", "chris.reviewer");

	private static final int ONE_BY_ONE = 20;

	/** As many as a browser's queue or a busy evening brings at the same moment. */
	private static final int AT_THE_SAME_MOMENT = 8;

	private static final int REVIEWS_EACH = 2;

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final String ZONE = "Europe/Brussels";

	private static final String TEXT = "I fixed the build of a small library and wrote down how it went. ".repeat(14);

	private final int base;

	private final String slug = "bench-" + Long.toString(System.currentTimeMillis() / 1000, 36);

	private final HttpClient stranger = HttpClient.newHttpClient();

	private final List<Reviewer> reviewers = new ArrayList<>();

	private final Map<String, Person> byAddress = new ConcurrentHashMap<>();

	private final Map<String, Person> byCode = new ConcurrentHashMap<>();

	private final Map<String, Long> tasks = new HashMap<>();

	private final ExecutorService applicants = Executors.newFixedThreadPool(AT_THE_SAME_MOMENT);

	private volatile boolean reading = true;

	private int people;

	private ReviewTaskBenchmark(int base) {
		this.base = base;
	}

	/** One who applies, with the moments (of {@link System#nanoTime}) that were seen from outside. */
	private static final class Person {

		final int number;

		volatile long acknowledged;

		volatile long mailed;

		volatile long confirmed;

		final List<Long> shown = new ArrayList<>();

		Person(int number) {
			this.number = number;
		}

		String address() {
			return "amara." + number + "@applicants.example";
		}

		/** Everybody has an address of their own, as the limit of requests expects. */
		String from() {
			return "198.18." + number / 250 + "." + (number % 250 + 1);
		}
	}

	/** @param token what Tasklist wants to see with every request that is not a GET */
	private record Reviewer(HttpClient browser, String token) {
	}

	public static void main(String[] arguments) throws Exception {
		var benchmark = new ReviewTaskBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080);
		int[] bursts = arguments.length > 1 ? List.of(arguments).stream().skip(1).mapToInt(Integer::parseInt).toArray()
				: new int[] { 30, 300 };
		try {
			write(String.join("\n", benchmark.measure(bursts)));
		}
		finally {
			benchmark.reading = false;
			benchmark.applicants.shutdownNow();
		}
	}

	private List<String> measure(int[] bursts) throws Exception {
		openRound();
		for (String reviewer : REVIEWERS) {
			HttpClient browser = signedIn(reviewer, url("tasklist", "/tasklist"));
			var itself = send(browser, HttpRequest.newBuilder(url("tasklist", "/v1/internal/users/current")).GET());
			reviewers.add(new Reviewer(browser, itself.headers().firstValue("X-CSRF-TOKEN").orElseThrow()));
		}
		Thread.ofPlatform().daemon().start(this::readMails);
		List<String> lines = new ArrayList<>();
		lines.add("Measured on %s with %d cores, Java %s, everything on the same machine, this program too."
			.formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
		lines.add("");
		lines.add("| applications | from → to | p50 s | p95 s | longest s |");
		lines.add("|---|---|---|---|---|");
		System.out.println("Warming up.");
		await(send(10));
		List<Person> alone = new ArrayList<>();
		for (int turn = 0; turn < ONE_BY_ONE; turn++) {
			List<Person> one = send(1);
			await(one);
			alone.addAll(one);
		}
		report(ONE_BY_ONE + ", one by one", alone, lines);
		List<String> costs = new ArrayList<>();
		for (int burst : bursts) {
			Map<String, Duration> before = processors();
			List<Person> together = send(burst);
			await(together);
			report(burst + " at once", together, lines);
			costs.add(cost(burst, before, processors()));
		}
		lines.add("");
		lines.add("Processor time, whatever else the machine did: " + String.join("; ", costs) + ".");
		return lines;
	}

	private static void report(String what, List<Person> people, List<String> lines) {
		int from = lines.size();
		lines.add(line(what, "sent → mail to confirm is there", people, person -> person.mailed - person.acknowledged));
		lines.add(line("", "confirmed → review task is in Tasklist", people, REVIEWS_EACH, true));
		lines.add(line("", "**sent → review task is in Tasklist**", people, REVIEWS_EACH, false));
		lines.subList(from, lines.size()).forEach(System.out::println);
	}

	private static String line(String what, String leg, List<Person> people, ToLongFunction<Person> taken) {
		return line(what, leg, people.stream().mapToLong(taken).sorted().toArray());
	}

	private static String line(String what, String leg, List<Person> people, int reviews, boolean fromConfirmed) {
		return line(what, leg, people.stream().flatMapToLong(person -> person.shown.stream().limit(reviews)
			.mapToLong(shown -> shown - (fromConfirmed ? person.confirmed : person.acknowledged))).sorted().toArray());
	}

	private static String line(String what, String leg, long[] sorted) {
		return String.format(Locale.ROOT, "| %s | %s | %.1f | %.1f | %.1f |", what, leg, percentile(sorted, 50),
				percentile(sorted, 95), percentile(sorted, 100));
	}

	private static double percentile(long[] sorted, int percent) {
		return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e9;
	}

	/**
	 * What the platform's programs have used of the processors, if it runs in the usual folder; not PostgreSQL, which is
	 * many processes.
	 */
	private static Map<String, Duration> processors() throws IOException {
		Map<String, Duration> used = new TreeMap<>();
		Path folder = Path.of(".cohort/local/run");
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.filter(path -> path.toString().endsWith(".pid"))
					.filter(path -> !path.endsWith("postgresql.pid")).toList()) {
					long pid = Long.parseLong(Files.readString(file).strip().split("\\s+")[0]);
					ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration())
						.ifPresent(time -> used.put(file.getFileName().toString().replace(".pid", ""), time));
				}
			}
		}
		return used;
	}

	/** Cohort itself runs in the process of the launcher. */
	private static String cost(int people, Map<String, Duration> before, Map<String, Duration> after) {
		return people + " applications " + after.entrySet().stream().filter(part -> before.containsKey(part.getKey()))
			.map(part -> String.format(Locale.ROOT, "%s %.1f s", part.getKey().replace("launcher", "Cohort"),
					part.getValue().minus(before.get(part.getKey())).toMillis() / 1e3))
			.collect(Collectors.joining(", "));
	}

	// --- applicants

	/** Returns when all of them have been acknowledged. */
	private List<Person> send(int many) throws Exception {
		var form = get(stranger, url("cohort", "/apply/" + slug), null);
		String token = find(form.body(), "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
		String cookie = find(form.headers().allValues("set-cookie").toString(), "(XSRF-TOKEN=[^;\\]]+)");
		List<Person> sent = new ArrayList<>();
		List<Future<?>> answers = new ArrayList<>();
		for (int number = 0; number < many; number++) {
			Person person = new Person(++people);
			sent.add(person);
			byAddress.put(person.address(), person);
			answers.add(applicants.submit(() -> {
				post(stranger, url("cohort", "/apply/" + slug), form(person, token), cookie, person.from());
				person.acknowledged = System.nanoTime();
				return null;
			}));
		}
		for (Future<?> answer : answers) {
			answer.get();
		}
		return sent;
	}

	private static String form(Person person, String token) {
		return "form=" + UUID.randomUUID() + "&name=Amara+Okafor+" + Integer.toString(person.number, 36) + "&email="
				+ encoded(person.address()) + "&q.country=NG&q.time-zone=Africa%2FLagos&q.years=2.5&q.contributions=3&q.experience="
				+ encoded(TEXT) + "&q.hours-per-week=12&q.motivation=" + encoded(TEXT) + "&q.goals=" + encoded(TEXT)
				+ "&q.interests=documentation&q.interests=bugs&q.conduct=yes&action=submit&_csrf=" + encoded(token);
	}

	/** Looks into everybody's mail box, and lets whoever is asked to confirm do so at once. */
	private void readMails() {
		try {
			int next = 1 + Pattern.compile("/(\\d{8})\\.eml").matcher(get(stranger, url("mails", "/"), null).body()).results()
				.mapToInt(mail -> Integer.parseInt(mail.group(1))).max().orElse(0);
			while (reading) {
				HttpResponse<String> mail = send(stranger,
						HttpRequest.newBuilder(url("mails", "/%08d.eml".formatted(next))).GET());
				if (mail.statusCode() != 200) {
					Thread.sleep(20);
					continue;
				}
				next++;
				Person person = byAddress.get(find(mail.body(), "<dt>To<dd>([^<]+)"));
				Matcher link = Pattern.compile("http://[^\"<\\s]+/confirm/[^\"<\\s]+").matcher(mail.body());
				if (person != null && person.mailed == 0 && link.find()) {
					person.mailed = System.nanoTime();
					URI page = URI.create(link.group());
					applicants.submit(() -> confirm(person, page));
				}
			}
		}
		catch (Exception failed) {
			if (reading) {
				failed.printStackTrace();
			}
		}
	}

	private void confirm(Person person, URI page) {
		try {
			HttpResponse<String> asked = get(stranger, page, person.from());
			String token = find(asked.body(), "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
			String cookie = find(asked.headers().allValues("set-cookie").toString(), "(XSRF-TOKEN=[^;\\]]+)");
			HttpResponse<String> answer = post(stranger, page, "_csrf=" + encoded(token), cookie, person.from());
			long confirmed = System.nanoTime();
			URI status = page.resolve(answer.headers().firstValue("Location").orElseThrow());
			String code = find(get(stranger, status, person.from()).body(), "\\b([A-Z2-9]{4}-[A-Z2-9]{2})\\b");
			person.confirmed = confirmed;
			byCode.put(code, person);
		}
		catch (Exception failed) {
			failed.printStackTrace();
		}
	}

	// --- reviewers

	/** Returns when the reviewers have been shown all tasks of these people. */
	private void await(List<Person> those) throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (those.stream().anyMatch(person -> person.shown.size() < REVIEWS_EACH)) {
			for (Reviewer reviewer : reviewers) {
				look(reviewer);
			}
			match();
			if (System.nanoTime() > end) {
				throw new IllegalStateException("After " + PATIENCE + " there are still tasks missing of " + those.stream()
					.filter(person -> person.shown.size() < REVIEWS_EACH).map(Person::address).toList());
			}
			Thread.sleep(those.size() > 1 ? 1_000 : 50); // looking costs the same processors
		}
	}

	/** What Tasklist's page asks for, newest first, and more of it until there is nothing new. */
	private void look(Reviewer reviewer) throws Exception {
		for (String after = ""; after != null;) {
			after = look(reviewer, after);
		}
	}

	private String look(Reviewer reviewer, String after) throws Exception {
		HttpResponse<String> answer = send(reviewer.browser(), HttpRequest.newBuilder(url("tasklist", "/v1/tasks/search"))
			.header("Content-Type", "application/json")
			.header("X-CSRF-TOKEN", reviewer.token())
			.POST(BodyPublishers.ofString("{\"state\":\"CREATED\",\"pageSize\":50,\"sort\":[{\"field\":\"creationTime\","
					+ "\"order\":\"DESC\"}],\"includeVariables\":[{\"name\":\"code\"}]" + after + "}")));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("Tasklist answered " + answer.statusCode() + ": " + answer.body());
		}
		long now = System.nanoTime();
		String next = null;
		for (String task : answer.body().split("(?=\"id\"\\s*:\\s*\"\\d+\")")) {
			Matcher id = Pattern.compile("^\"id\"\\s*:\\s*\"(\\d+)\"").matcher(task);
			// The code is among the variables that the task's form shows; it has no 0 and no 1, unlike dates.
			Matcher code = Pattern.compile("\\b([A-Z2-9]{4}-[A-Z2-9]{2})\\b").matcher(task);
			if (id.find() && code.find()) {
				next = tasks.putIfAbsent(id.group(1) + " " + code.group(1), now) == null
						? ",\"searchAfter\":" + find(task, "\"sortValues\"\\s*:\\s*(\\[[^\\]]*\\])") : null;
			}
		}
		return next;
	}

	/** A task may be shown before its applicant has read their code. */
	private void match() {
		tasks.entrySet().removeIf(task -> {
			Person person = byCode.get(task.getKey().substring(task.getKey().indexOf(' ') + 1));
			if (person == null || task.getValue() < 0) {
				return false;
			}
			person.shown.add(task.getValue());
			task.setValue(-1L);
			return false;
		});
	}

	// --- what it measures in

	private void openRound() throws Exception {
		String programme = Files.readString(Path.of("src/main/resources/programmes/demonstration.yaml"))
			.replaceAll("(?ms)^first-round:.*?^settings:", "settings:")
			.replaceFirst("(?m)^slug: .*$", "slug: " + slug)
			.replaceFirst("(?m)^name: .*$", "name: Benchmark " + slug)
			.replaceFirst("(?m)^( +)confirm-within: .*$", "$1confirm-within: P3D")
			.replaceFirst("(?m)^( +)remind-confirm-after: .*$", "$1remind-confirm-after: P2D")
			.replaceFirst("(?m)^( +)review-within: .*$", "$1review-within: P10D")
			.replaceFirst("(?m)^( +)remind-review-after: .*$", "$1remind-review-after: P7D")
			.replaceFirst("(?m)^( +)reviews-per-application: .*$", "$1reviews-per-application: " + REVIEWS_EACH)
			.replaceFirst("(?m)^  small-group: ", "  review:\n    most-per-reviewer: 1000\n    digest: false\n\n  small-group: ");
		HttpClient adam = signedIn("adam.admin", url("cohort", "/staff"));
		submit(adam, "/staff/programmes", "/staff/programmes", "action=import&text=" + encoded(programme));
		LocalDateTime now = LocalDateTime.now(ZoneId.of(ZONE)).truncatedTo(ChronoUnit.MINUTES);
		submit(adam, "/staff/rounds/new", "/staff/rounds", "programme=" + slug + "&title=Benchmark&slug=" + slug + "&opens=&closes="
				+ encoded(now.plusDays(9).toString()) + "&starts=" + encoded(now.plusDays(40).toString()) + "&seats=");
	}

	private void submit(HttpClient who, String page, String action, String fields) throws Exception {
		String token = find(get(who, url("cohort", page), null).body(), "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
		HttpResponse<String> answer = send(who, HttpRequest.newBuilder(url("cohort", action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token))));
		if (answer.statusCode() != 200 && answer.statusCode() != 302) {
			throw new IllegalStateException(action + " answered " + answer.statusCode() + ": "
					+ find(answer.body(), "id=\"(?:import-)?problem\"[^>]*>([^<]+)"));
		}
	}

	/** Somebody of the staff, signed in at Keycloak's page. */
	private HttpClient signedIn(String username, URI page) throws Exception {
		HttpClient client = HttpClient.newBuilder().cookieHandler(new Cookies())
			.followRedirects(HttpClient.Redirect.NORMAL).build();
		HttpResponse<String> login = send(client, HttpRequest.newBuilder(page).GET());
		URI action = URI.create(find(login.body(), "action=\"([^\"]+)\"").replace("&amp;", "&"));
		HttpResponse<String> in = send(client, HttpRequest.newBuilder(action)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=" + username + "&password=" + encoded("cohort"))));
		if (in.statusCode() != 200 || !in.uri().getAuthority().equals(page.getAuthority())) {
			throw new IllegalStateException(username + " could not sign in: " + in.statusCode() + " at " + in.uri());
		}
		return client;
	}

	private URI url(String part, String path) {
		int port = base + switch (part) {
			case "mails" -> 1;
			case "tasklist" -> 2;
			default -> 0;
		};
		return URI.create("http://localhost:" + port + path);
	}

	// --- HTTP

	/** As a browser keeps them: one that asks for a secure connection is sent to this machine without one, too. */
	private static final class Cookies extends CookieHandler {

		private final Map<String, String> kept = new ConcurrentHashMap<>();

		@Override
		public Map<String, List<String>> get(URI page, Map<String, List<String>> headers) {
			return Map.of("Cookie", List.of(kept.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
				.collect(Collectors.joining("; "))));
		}

		@Override
		public void put(URI page, Map<String, List<String>> headers) {
			headers.getOrDefault("set-cookie", List.of()).stream().flatMap(line -> HttpCookie.parse(line).stream()).forEach(cookie -> {
				if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
					kept.remove(cookie.getName());
				}
				else {
					kept.put(cookie.getName(), cookie.getValue());
				}
			});
		}
	}

	private static HttpResponse<String> get(HttpClient client, URI page, String from) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(page).GET();
		if (from != null) {
			request.header("X-Forwarded-For", from);
		}
		HttpResponse<String> answer = send(client, request);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(page.getHost() + ":" + page.getPort() + " answered " + answer.statusCode());
		}
		return answer;
	}

	private static HttpResponse<String> post(HttpClient client, URI page, String fields, String cookie, String from) throws Exception {
		HttpResponse<String> answer = send(client, HttpRequest.newBuilder(page).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", cookie).header("X-Forwarded-For", from).POST(BodyPublishers.ofString(fields)));
		if (answer.statusCode() != 302) {
			throw new IllegalStateException("A form was answered " + answer.statusCode() + ": " + answer.body());
		}
		return answer;
	}

	private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
		return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
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

	private static void write(String table) throws IOException {
		Path file = Path.of("docs/benchmarks.md");
		String before = Files.readString(file);
		int from = before.indexOf(MARK);
		int to = before.indexOf(END);
		String part = MARK + "\n" + table + "\n" + END;
		Files.writeString(file, from >= 0 && to > from ? before.substring(0, from) + part + before.substring(to + END.length())
				: before.stripTrailing() + "\n\n" + part + "\n");
	}
}
