package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pools and policies made up from a number, with undisclosed and several values, so that every number is another
 * case.
 */
final class PoolFixture {

	static final Run RUN = Run.within(Duration.ofSeconds(30));

	private PoolFixture() {
	}

	static Policy policy(int seats, long number) {
		Random random = new Random(number);
		List<Attribute> attributes = new ArrayList<>();
		for (int a = 0; a < 3; a++) {
			List<Target> targets = new ArrayList<>();
			int values = 2 + random.nextInt(3);
			for (int v = 0; v < values; v++) {
				targets.add(Target.of("v" + v, random.nextInt(0, 11) / 10.0));
			}
			attributes.add(new Attribute("a" + a, 1 + random.nextInt(3), targets));
		}
		return Policy.of(seats, attributes, "seed " + number);
	}

	static Pool pool(int size, long number) {
		Random random = new Random(number * 31 + size);
		List<Candidate> people = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Map<String, Set<String>> values = new HashMap<>();
			for (int a = 0; a < 3; a++) {
				Set<String> set = new TreeSet<>();
				for (int n = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(10) / 8; n > 0; n--) {
					set.add("v" + random.nextInt(4));
				}
				values.put("a" + a, set);
			}
			people.add(Candidate.of("p" + i, values, random.nextInt(0, 6) * 10.0));
		}
		return new Pool(people);
	}

	static Candidate person(String id, double merit, String... traits) {
		Map<String, Set<String>> values = new HashMap<>();
		for (String trait : traits) {
			String[] parts = trait.split("=");
			values.computeIfAbsent(parts[0], none -> new TreeSet<>()).add(parts[1]);
		}
		return Candidate.of(id, values, merit);
	}

	static Pool pool(Candidate... people) {
		return new Pool(Arrays.asList(people));
	}

	static Solution solve(Pool pool, Policy policy) {
		return (Solution) new Optimiser().select(pool, policy, RUN);
	}

	/** As drawn-out as the shared instances: correlated attributes, several values, merit with one decimal. */
	static Pool large(int size, long number) {
		Random random = new Random(number);
		List<Candidate> people = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			int latent = random.nextInt(4);
			Map<String, Set<String>> values = new HashMap<>();
			for (int a = 0; a < 6; a++) {
				int value = random.nextInt(3) > 0 ? (latent + a) % 5 : random.nextInt(5);
				values.put("a" + a, Set.of("v" + value));
			}
			people.add(Candidate.of("p" + i, values, Math.round(random.nextGaussian() * 150 + 650) / 10.0));
		}
		return new Pool(people);
	}

	static Policy largePolicy(int seats) {
		List<Attribute> attributes = new ArrayList<>();
		double[] shares = { 0.3, 0.25, 0.2, 0.15, 0.1 };
		for (int a = 0; a < 6; a++) {
			List<Target> targets = new ArrayList<>();
			for (int v = 0; v < 5; v++) {
				targets.add(Target.of("v" + v, shares[v]));
			}
			attributes.add(new Attribute("a" + a, 1, targets));
		}
		return Policy.of(seats, attributes, "a seed");
	}
}
