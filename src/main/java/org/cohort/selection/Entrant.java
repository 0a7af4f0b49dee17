package org.cohort.selection;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One application of the pool as the selection sees it, demographics included: lives in memory only.
 *
 * @param score 0 to 100, or {@code null} when nobody could review it
 * @param values by attribute; an attribute that was not disclosed is absent
 * @param groups kind of group, such as the question for the organisation, to the group
 */
record Entrant(UUID applicationId, String code, @Nullable Double score, Map<String, Set<String>> values,
		Map<String, String> groups) {

	Entrant {
		values = values.entrySet()
			.stream()
			.filter(entry -> !entry.getValue().isEmpty())
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue()), (a, b) -> a, TreeMap::new));
		groups = Map.copyOf(groups);
	}

	Set<String> valuesOf(String attribute) {
		return values.getOrDefault(attribute, Set.of());
	}

	/** Says nothing about the person's values. */
	@Override
	public String toString() {
		return "Entrant[" + code + "]";
	}
}
