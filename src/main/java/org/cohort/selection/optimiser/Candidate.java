package org.cohort.selection.optimiser;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * An eligible applicant as the optimiser sees them.
 *
 * @param id unique in the pool; a code or an id, never a name
 * @param values for every attribute the values that were disclosed; absent or empty = undisclosed
 * @param merit adjusted review score or band, larger is stronger; {@code null} when the pool has no merit
 * @param groups groups of which only so many may be chosen: kind (such as {@code organisation}) to key
 */
public record Candidate(String id, SortedMap<String, SortedSet<String>> values, @Nullable Double merit,
		SortedMap<String, String> groups) {

	public Candidate {
		Require.text(id, "The id of a candidate");
		Require.that(merit == null || Double.isFinite(merit), "The merit of " + id + " must be a number.");
		SortedMap<String, SortedSet<String>> disclosed = new TreeMap<>();
		values.forEach((attribute, set) -> {
			if (!set.isEmpty()) {
				disclosed.put(attribute, Collections.unmodifiableSortedSet(new TreeSet<>(set)));
			}
		});
		values = Collections.unmodifiableSortedMap(disclosed);
		groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
	}

	public static Candidate of(String id, Map<String, ? extends Set<String>> values, @Nullable Double merit) {
		SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
		values.forEach((attribute, set) -> sorted.put(attribute, new TreeSet<>(set)));
		return new Candidate(id, sorted, merit, new TreeMap<>());
	}

	public Candidate withGroup(String kind, String key) {
		SortedMap<String, String> more = new TreeMap<>(groups);
		more.put(kind, key);
		return new Candidate(id, values, merit, more);
	}

	public boolean has(Trait trait) {
		return valuesOf(trait.attribute()).contains(trait.value());
	}

	/** The disclosed values, empty when undisclosed. */
	public SortedSet<String> valuesOf(String attribute) {
		return values.getOrDefault(attribute, Collections.emptySortedSet());
	}
}
