import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the selection from outside, as a user would run it: every instance in a folder and 100,000 → 500 made here,
 * by both objectives, then citizens' assemblies with quotas, then the lottery on the instances of up to 300. Run with
 * {@code java src/bench/SelectionBenchmark.java target/cohort.jar INSTANCES [runs]}; prints tables in Markdown, each line
 * that of the median run.
 */
public class SelectionBenchmark {

	private static final String COSTS = " | seconds | whole command | processor | MB |";

	private static final String QUOTAS = "quotas";

	private static final String[][] VALUES = { { "gender", "woman:.48", "man:.44", "nonbinary:.08" },
			{ "region", "AF:.17", "AS:.25", "EU:.2", "LA:.15", "NA:.17", "OC:.06" },
			{ "stage", "student:.25", "early:.3", "mid:.25", "senior:.2" }, { "underrep", "yes:.45", "no:.55" },
			{ "language", "en:.3", "es:.15", "zh:.2", "fr:.1", "other:.25" },
			{ "area", "backend:.25", "frontend:.2", "data:.2", "docs:.15", "community:.2", "design:.2" },
			{ "timezone", "W:.33", "C:.34", "E:.33" }, { "paid", "yes:.5", "no:.5" } };

	public static void main(String[] args) throws IOException, InterruptedException {
		Path jar = Path.of(args[0]);
		int runs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
		List<Path> instances;
		try (Stream<Path> folders = Files.list(Path.of(args[1]))) {
			instances = new ArrayList<>(folders.filter(folder -> Files.exists(folder.resolve("k.txt")))
					.sorted(Comparator.comparingInt(SelectionBenchmark::size).thenComparing(Path::getFileName)).toList());
		}
		Path made = Files.createTempDirectory("selection-benchmark");
		instances.add(generate(made.resolve("syn_100000_500"), 6, false));
		instances.add(generate(made.resolve("hard_100000_500"), 8, true));
		for (String objective : List.of("entrofy", "diversity")) {
			System.out.println("\n| " + objective + " | optimum | proven | entrofy E | mean merit | settled" + COSTS);
			System.out.println("|---|---|---|---|---|---|---|---|---|---|");
			for (Path instance : instances) {
				measure(jar, instance, runs, List.of("--objective", objective),
						List.of("best", "optimal", "entrofyObjective", "meanMerit", "settled"));
			}
		}
		try (Stream<Path> folders = Files.list(Path.of(args[1]))) {
			System.out.println("\n| quotas | optimum | proven | quotas kept | settled" + COSTS);
			System.out.println("|---|---|---|---|---|---|---|---|---|");
			for (Path assembly : folders.filter(folder -> Files.exists(folder.resolve("categories.csv"))).sorted().toList()) {
				measure(jar, converted(assembly, made.resolve(assembly.getFileName())), runs, List.of(),
						List.of("best", "optimal", QUOTAS, "settled"));
			}
		}
		System.out.println("\n| lottery | smallest chance | no lottery gives more than | Gini" + COSTS);
		System.out.println("|---|---|---|---|---|---|---|---|");
		for (Path instance : instances.stream().filter(instance -> size(instance) <= 300).toList()) {
			for (String tolerance : List.of("0.01", "0.02")) {
				measure(jar, instance, runs, List.of("--objective", "entrofy", "--lottery", "--merit-tolerance", tolerance),
						List.of("minimumOfPossible", "minimumProbabilityBound", "gini"));
			}
		}
	}

	private static int size(Path instance) {
		return Integer.parseInt(instance.getFileName().toString().split("_")[1]);
	}

	private static void measure(Path jar, Path instance, int runs, List<String> options, List<String> columns)
			throws IOException, InterruptedException {
		List<String> rows = new ArrayList<>();
		List<Double> seconds = new ArrayList<>();
		for (int run = 0; run < runs; run++) {
			Path result = Files.createTempFile("selection", ".json");
			String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
			List<String> command = new ArrayList<>(List.of(java, "-Xmx500m", "-jar", jar.toString(), "select", "--pool",
					instance.resolve("pool.csv").toString(), "--targets", instance.resolve("targets.csv").toString(), "--seats",
					Files.readString(instance.resolve("k.txt")).strip(), "--time-limit", "PT600S", "--json"));
			command.addAll(options);
			long start = System.nanoTime();
			Process process = new ProcessBuilder(command).redirectOutput(result.toFile())
					.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			long memory = 0;
			Duration processor = Duration.ZERO;
			while (process.isAlive()) {
				memory = Math.max(memory, memory(process.pid()));
				processor = process.info().totalCpuDuration().orElse(processor);
				Thread.sleep(20);
			}
			double whole = (System.nanoTime() - start) / 1e9;
			String json = Files.readString(result);
			seconds.add(process.exitValue() == 0 ? Double.parseDouble(text(json, "seconds")) : Double.NaN);
			String tolerance = options.contains("--lottery") ? " within " + options.getLast() : "";
			StringBuilder row = new StringBuilder("| " + instance.getFileName() + tolerance);
			for (String column : columns) {
				row.append(" | ").append(column.equals(QUOTAS) ? kept(instance, json) : shown(text(json, column)));
			}
			rows.add(row + String.format(Locale.ROOT, " | %.2f | %.2f | %.2f | %d |", seconds.getLast(), whole,
					processor.toMillis() / 1000.0, memory / 1024));
		}
		List<Double> sorted = seconds.stream().sorted().toList();
		System.out.println(rows.get(seconds.indexOf(sorted.get((sorted.size() - 1) / 2))));
	}

	private static String shown(String value) {
		return value.matches("-?[0-9.]+(E-?[0-9]+)?") ? String.format(Locale.ROOT, "%.6f", Double.parseDouble(value)) : value;
	}

	/** Largest resident memory in kB; 0 where the system does not tell. */
	private static long memory(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmHWM"))
					.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
		}
		catch (IOException | RuntimeException gone) {
			return 0;
		}
	}

	private static String text(String json, String key) {
		Matcher matcher = Pattern.compile("\"" + key + "\":([^,}]*)").matcher(json);
		return matcher.find() ? matcher.group(1) : "";
	}

	/** An assembly has quotas and no targets: the middle of a quota is the target. */
	private static Path converted(Path assembly, Path folder) throws IOException {
		Files.createDirectories(folder);
		String seats = assembly.getFileName().toString().split("_")[2];
		Files.writeString(folder.resolve("k.txt"), seats);
		List<String> people = Files.readAllLines(assembly.resolve("respondents.csv"));
		List<String> pool = new ArrayList<>(List.of("id," + people.getFirst()));
		for (int i = 1; i < people.size(); i++) {
			pool.add("r" + i + "," + people.get(i));
		}
		Files.write(folder.resolve("pool.csv"), pool);
		List<String> targets = new ArrayList<>(List.of("attribute,value,target,min,max"));
		for (String line : Files.readAllLines(assembly.resolve("categories.csv")).stream().skip(1).toList()) {
			String[] quota = line.split(",");
			double middle = (Integer.parseInt(quota[2]) + Integer.parseInt(quota[3])) / 2.0;
			targets.add(quota[0] + "," + quota[1] + "," + middle / Integer.parseInt(seats) + "," + quota[2] + "," + quota[3]);
		}
		Files.write(folder.resolve("targets.csv"), targets);
		return folder;
	}

	private static String kept(Path instance, String json) throws IOException {
		List<String> quotas = Files.readAllLines(instance.resolve("targets.csv")).stream().skip(1).toList();
		long kept = quotas.stream().map(line -> line.split(",")).filter(quota -> {
			Matcher count = Pattern.compile("\"" + quota[0] + "\":\\{[^}]*?\"" + Pattern.quote(quota[1]) + "\":(\\d+)")
					.matcher(json);
			return count.find() && Integer.parseInt(count.group(1)) >= Integer.parseInt(quota[3])
					&& Integer.parseInt(count.group(1)) <= Integer.parseInt(quota[4]);
		}).count();
		return kept + " of " + quotas.size();
	}

	/** Attributes follow a hidden class; the hard kind leans far away from the targets and holds several values. */
	private static Path generate(Path folder, int attributes, boolean hard) throws IOException {
		Random random = new Random(1);
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("k.txt"), "500");
		try (PrintWriter targets = new PrintWriter(Files.newBufferedWriter(folder.resolve("targets.csv")));
				PrintWriter pool = new PrintWriter(Files.newBufferedWriter(folder.resolve("pool.csv")))) {
			targets.println("attribute,value,target");
			pool.print("id");
			for (int a = 0; a < attributes; a++) {
				pool.print("," + VALUES[a][0]);
				for (int v = 1; v < VALUES[a].length; v++) {
					targets.println(VALUES[a][0] + "," + VALUES[a][v].replace(":", ",0"));
				}
			}
			pool.println(",merit");
			for (int i = 0; i < 100_000; i++) {
				int hidden = random.nextInt(4);
				pool.print("a" + i);
				for (int a = 0; a < attributes; a++) {
					pool.print("," + value(random, hidden, a, hard));
				}
				pool.println("," + Math.round(Math.max(0, Math.min(100, 65 + 15 * random.nextGaussian())) * 10) / 10.0);
			}
		}
		return folder;
	}

	private static String value(Random random, int hidden, int a, boolean hard) {
		int values = VALUES[a].length - 1;
		boolean leaning = random.nextInt(100) < (hard ? 97 : 60);
		int first = leaning ? (hidden * (a + 1) / 2) % Math.max(1, values - (hard ? 1 : 0)) : random.nextInt(values);
		String value = name(a, first);
		boolean several = hard && (VALUES[a][0].equals("language") || VALUES[a][0].equals("area"));
		int second = random.nextInt(values);
		return several && second != first && random.nextInt(4) == 0 ? value + ";" + name(a, second) : value;
	}

	private static String name(int a, int value) {
		return VALUES[a][value + 1].substring(0, VALUES[a][value + 1].indexOf(':'));
	}
}
