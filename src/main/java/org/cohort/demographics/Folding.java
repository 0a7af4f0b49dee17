package org.cohort.demographics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cohort.programme.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Counts people by attribute and folds what would tell about single people. Groups with at least one and fewer than
 * {@code smallGroup} people are folded; and because the groups add up to all people, whose number is known, a single
 * folded group could be had by subtraction: so the smallest shown groups are folded too until at least two groups with
 * at least {@code smallGroup} people together are hidden behind one number, or nothing is shown. (The method is known
 * as complementary suppression.) Who chose several values is counted in a group of their own, who said nothing too.
 */
final class Folding {

	static final String SEVERAL = "several";

	static final String NOT_SAID = "not-said";

	private Folding() {
	}

	/**
	 * @param people how many there are in all, with or without answers
	 * @param answers what they said, by attribute
	 */
	static Composition composition(List<Attribute> attributes, int people, Collection<Map<String, Set<String>>> answers,
			int smallGroup) {
		return new Composition(people, smallGroup,
				attributes.stream().map(attribute -> breakdown(attribute, people, answers, smallGroup)).toList());
	}

	private static Composition.Breakdown breakdown(Attribute attribute, int people,
			Collection<Map<String, Set<String>>> answers, int smallGroup) {
		Map<String, Integer> counts = new HashMap<>();
		int said = 0;
		for (Map<String, Set<String>> person : answers) {
			Set<String> values = person.getOrDefault(attribute.key(), Set.of());
			if (!values.isEmpty()) {
				said++;
				counts.merge(values.size() > 1 ? SEVERAL : values.iterator().next(), 1, Integer::sum);
			}
		}
		if (people > said) {
			counts.put(NOT_SAID, people - said);
		}
		List<Composition.Group> groups = new ArrayList<>();
		for (Attribute.Value value : attribute.values()) {
			add(groups, value.key(), value.label().toString(), counts.remove(value.key()));
		}
		add(groups, SEVERAL, "More than one of these", counts.remove(SEVERAL));
		add(groups, NOT_SAID, "Not said", counts.remove(NOT_SAID));
		counts.forEach((key, count) -> add(groups, key, key, count)); // values the programme no longer has
		List<Composition.Group> shown = shown(groups, smallGroup);
		int folded = people - shown.stream().mapToInt(Composition.Group::people).sum();
		return new Composition.Breakdown(attribute.key(), attribute.label().toString(), shown, folded);
	}

	private static void add(List<Composition.Group> groups, String key, String label, @Nullable Integer people) {
		if (people != null && people > 0) {
			groups.add(new Composition.Group(key, label, people));
		}
	}

	/** The groups that may be shown, in their order. */
	static List<Composition.Group> shown(List<Composition.Group> groups, int smallGroup) {
		List<Composition.Group> bySize = groups.stream().sorted(Comparator.comparingInt(Composition.Group::people))
				.toList();
		int hidden = 0;
		int hiddenPeople = 0;
		for (Composition.Group group : bySize) {
			boolean tooSmall = group.people() < smallGroup;
			boolean cover = hidden > 0 && (hidden < 2 || hiddenPeople < smallGroup);
			if (!tooSmall && !cover) {
				break;
			}
			hidden++;
			hiddenPeople += group.people();
		}
		List<Composition.Group> kept = bySize.subList(hidden, bySize.size());
		return groups.stream().filter(kept::contains).toList();
	}
}
