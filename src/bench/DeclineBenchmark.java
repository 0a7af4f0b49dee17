import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Candidate;
import org.cohort.selection.optimiser.Optimiser;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Run;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Target;

/**
 * Measures «if X declines» for all members at once, and the list of replacements for one of them, within the running
 * program, as the application asks. Run with the project's class path: see docs/benchmarks.md.
 */
public class DeclineBenchmark {

	private static final int RUNS = 30;

	public static void main(String[] args) throws Exception {
		System.out.println("| instance | if any declines, ms | processor ms | first call, processor ms | replacements, ms |");
		System.out.println("|---|---|---|---|---|");
		for (String instance : Arrays.copyOfRange(args, 1, args.length)) {
			measure(Path.of(args[0]).resolve(instance));
		}
	}

	private static void measure(Path folder) throws Exception {
		Pool pool = pool(Files.readAllLines(folder.resolve("pool.csv")));
		Policy policy = policy(folder);
		Optimiser optimiser = new Optimiser();
		List<String> cohort = ((Solution) optimiser.select(pool, policy, Run.within(Duration.ofMinutes(5)))).selected();
		double[] table = new double[RUNS];
		double[] processor = new double[RUNS];
		double[] one = new double[RUNS];
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (int run = 0; run < RUNS; run++) {
			long start = System.nanoTime();
			long before = threads.getCurrentThreadCpuTime();
			if (optimiser.ifDeclines(pool, policy, cohort).size() != cohort.size()) {
				throw new IllegalStateException("Somebody has no substitute");
			}
			table[run] = (System.nanoTime() - start) / 1e6;
			processor[run] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
			start = System.nanoTime();
			optimiser.substitutes(pool, policy, cohort, cohort.getFirst());
			one[run] = (System.nanoTime() - start) / 1e6;
		}
		System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f |%n", folder.getFileName(), median(table),
				median(processor), processor[0], median(one));
	}

	private static double median(double[] times) {
		return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
	}

	private static Pool pool(List<String> lines) {
		String[] names = lines.getFirst().split(",");
		List<Candidate> people = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",", -1);
			Map<String, Set<String>> values = new TreeMap<>();
			Double merit = null;
			for (int i = 1; i < names.length; i++) {
				if (names[i].equals("merit")) {
					merit = Double.valueOf(cells[i]);
				}
				else if (!cells[i].isBlank()) {
					values.put(names[i], new TreeSet<>(Arrays.asList(cells[i].split(";"))));
				}
			}
			people.add(Candidate.of(cells[0], values, merit));
		}
		return new Pool(people);
	}

	private static Policy policy(Path folder) throws Exception {
		Map<String, List<Target>> targets = new TreeMap<>();
		List<String> lines = Files.readAllLines(folder.resolve("targets.csv"));
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",");
			targets.computeIfAbsent(cells[0], none -> new ArrayList<>()).add(Target.of(cells[1], Double.parseDouble(cells[2])));
		}
		List<Attribute> attributes = targets.entrySet().stream()
				.map(entry -> new Attribute(entry.getKey(), 1, entry.getValue())).toList();
		return Policy.of(Integer.parseInt(Files.readString(folder.resolve("k.txt")).strip()), attributes, "benchmark");
	}
}
