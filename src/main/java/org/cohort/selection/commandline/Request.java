package org.cohort.selection.commandline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.InvalidInputException;
import org.cohort.selection.optimiser.InvalidInputException.Problem;
import org.cohort.selection.optimiser.Objective;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Tolerances;

import org.jspecify.annotations.Nullable;

/** What {@code select} was asked for, read and checked as a whole. */
record Request(Pool pool, Policy policy, Duration timeLimit, int threads, boolean lottery, boolean json,
		@Nullable String out, List<String> warnings) {

	private static final Set<String> NAMED = Set.of("pool", "targets", "seats", "seed", "objective",
			"merit-tolerance", "overshoot-tolerance", "merit-floor", "at-most", "pin", "exclude", "time-limit",
			"threads", "out");

	/** @throws InvalidInputException with every mistake in options and files */
	static Request read(List<String> args) {
		List<Problem> problems = new ArrayList<>();
		Options options = new Options(args, NAMED, Set.of("lottery", "json"), problems);
		options.others().forEach(other -> problems.add(new Problem(other, "is not an option; options begin with --.")));
		int seats = seats(options, problems);
		Objective objective = options.read("objective",
				text -> Objective.valueOf(text.toUpperCase(Locale.ROOT)), Objective.DIVERSITY, "diversity or entrofy");
		Tolerances tolerances = tolerances(options);
		Double floor = options.<@Nullable Double>read("merit-floor", Request::finite, null, "a number");
		Map<String, Integer> groups = groups(options);
		Duration time = options.read("time-limit", Request::positive, Duration.ofSeconds(60),
				"a duration such as PT60S");
		int threads = options.read("threads", text -> within(Integer.parseInt(text), 1, 64), 2, "a number from 1 to 64");
		List<Attribute> attributes = TargetsFile.read(options.required("targets"), problems);
		Pool pool = PoolFile.read(options.required("pool"), attributes, groups.keySet(), problems);
		people(options, pool, problems);
		if (floor != null && pool.size() > 0 && !pool.hasMerit()) {
			problems.add(new Problem("--merit-floor", "the pool has no column merit."));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
		String seed = options.text("seed");
		Policy policy = Policy.of(seats, attributes, seed == null ? "cohort" : seed).withObjective(objective)
				.withTolerances(tolerances).withMeritFloor(floor);
		for (Map.Entry<String, Integer> group : groups.entrySet()) {
			policy = policy.withAtMostPerGroup(group.getKey(), group.getValue());
		}
		for (String id : options.list("pin")) {
			policy = policy.withPin(id, "asked for on the command line");
		}
		for (String id : options.list("exclude")) {
			policy = policy.withExclusion(id, "asked for on the command line");
		}
		return new Request(pool, policy, time, threads, options.has("lottery"), options.has("json"),
				options.text("out"), Warnings.of(pool, policy, seed == null && options.has("lottery")));
	}

	private static int seats(Options options, List<Problem> problems) {
		if (options.required("seats").isEmpty()) {
			if (options.has("seats")) {
				problems.add(new Problem("--seats", "is empty."));
			}
			return 1;
		}
		return options.read("seats", text -> within(Integer.parseInt(text), 1, 100_000), 1,
				"a number from 1 to 100000");
	}

	private static Tolerances tolerances(Options options) {
		double diversity = options.read("merit-tolerance", text -> share(text, 1), 0.0, "a number from 0 to 1");
		double overshoot = options.read("overshoot-tolerance", text -> share(text, 1000), 2 * diversity,
				"a number of seats per seat, 0 or more");
		return new Tolerances(diversity, overshoot);
	}

	private static Map<String, Integer> groups(Options options) {
		return options.read("at-most", text -> {
			Map<String, Integer> most = new HashMap<>();
			for (String part : text.split(",")) {
				String[] pair = part.split("=", 2);
				most.put(pair[0].strip(), within(Integer.parseInt(pair[1].strip()), 1, 100_000));
			}
			return most;
		}, Map.of(), "a list such as organisation=1");
	}

	private static void people(Options options, Pool pool, List<Problem> problems) {
		List<String> pins = options.list("pin");
		List<String> exclusions = options.list("exclude");
		Set<String> ids = new java.util.HashSet<>();
		pool.candidates().forEach(candidate -> ids.add(candidate.id()));
		pins.stream().filter(id -> !ids.contains(id))
				.forEach(id -> problems.add(new Problem("--pin", id + " is not in the pool.")));
		exclusions.stream().filter(id -> !ids.contains(id))
				.forEach(id -> problems.add(new Problem("--exclude", id + " is not in the pool.")));
		pins.stream().filter(exclusions::contains)
				.forEach(id -> problems.add(new Problem("--pin", id + " is excluded as well.")));
	}

	private static double finite(String text) {
		double number = Double.parseDouble(text);
		if (!Double.isFinite(number)) {
			throw new NumberFormatException(text);
		}
		return number;
	}

	private static double share(String text, double most) {
		double number = finite(text);
		if (number < 0 || number > most) {
			throw new NumberFormatException(text);
		}
		return number;
	}

	private static int within(int number, int low, int high) {
		if (number < low || number > high) {
			throw new NumberFormatException(String.valueOf(number));
		}
		return number;
	}

	private static Duration positive(String text) {
		Duration duration = Duration.parse(text);
		if (!duration.isPositive()) {
			throw new NumberFormatException(text);
		}
		return duration;
	}
}
