package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the programme wants of a cohort. Start with {@link #of} and add to it with the {@code with…} methods.
 *
 * @param seats how many to choose
 * @param pairs hard limits for pairs of values
 * @param atMostPerGroup for a kind of group (such as {@code organisation}) how many of one group may be chosen
 * @param meritFloor nobody below it is chosen unless pinned, or {@code null}
 * @param seed text from which ties and the lottery are drawn; its hash is to be published before the round closes
 */
public record Policy(int seats, List<Attribute> attributes, List<PairLimit> pairs,
		SortedMap<String, Integer> atMostPerGroup, @Nullable Double meritFloor, List<Pin> pins,
		List<Exclusion> exclusions, Tolerances tolerances, Objective objective, String seed) {

	public Policy {
		Require.that(seats > 0, "A cohort needs at least one seat, not " + seats + ".");
		Set<String> names = new HashSet<>();
		for (Attribute attribute : attributes) {
			Require.that(names.add(attribute.name()), "The attribute " + attribute.name() + " is there twice.");
		}
		Require.that(!attributes.isEmpty(), "A policy needs at least one attribute with targets.");
		atMostPerGroup.forEach((kind, most) -> Require.that(most > 0, "At most " + most + " per " + kind + "?"));
		Set<String> pinned = new HashSet<>();
		for (Pin pin : pins) {
			Require.that(pinned.add(pin.id()), pin.id() + " is pinned twice.");
		}
		for (Exclusion exclusion : exclusions) {
			Require.that(!pinned.contains(exclusion.id()), exclusion.id() + " is both pinned and excluded.");
		}
		attributes = attributes.stream().sorted(Comparator.comparing(Attribute::name)).toList();
		pairs = List.copyOf(pairs);
		atMostPerGroup = Collections.unmodifiableSortedMap(new TreeMap<>(atMostPerGroup));
		pins = List.copyOf(pins);
		exclusions = List.copyOf(exclusions);
	}

	public static Policy of(int seats, List<Attribute> attributes, String seed) {
		return new Policy(seats, attributes, List.of(), new TreeMap<>(), null, List.of(), List.of(), Tolerances.NONE,
				Objective.DIVERSITY, seed);
	}

	public Policy withPairs(List<PairLimit> limits) {
		return new Policy(seats, attributes, limits, atMostPerGroup, meritFloor, pins, exclusions, tolerances,
				objective, seed);
	}

	public Policy withAtMostPerGroup(String kind, int most) {
		SortedMap<String, Integer> more = new TreeMap<>(atMostPerGroup);
		more.put(kind, most);
		return new Policy(seats, attributes, pairs, more, meritFloor, pins, exclusions, tolerances, objective, seed);
	}

	public Policy withMeritFloor(@Nullable Double floor) {
		return new Policy(seats, attributes, pairs, atMostPerGroup, floor, pins, exclusions, tolerances, objective,
				seed);
	}

	/** With the pin; whoever was excluded is not any more. */
	public Policy withPin(String id, String reason) {
		List<Pin> more = new ArrayList<>(pins.stream().filter(pin -> !pin.id().equals(id)).toList());
		more.add(new Pin(id, reason));
		List<Exclusion> fewer = exclusions.stream().filter(exclusion -> !exclusion.id().equals(id)).toList();
		return new Policy(seats, attributes, pairs, atMostPerGroup, meritFloor, more, fewer, tolerances, objective,
				seed);
	}

	/** With the exclusion; whoever was pinned is not any more. */
	public Policy withExclusion(String id, String reason) {
		List<Pin> fewer = pins.stream().filter(pin -> !pin.id().equals(id)).toList();
		List<Exclusion> more = new ArrayList<>(
				exclusions.stream().filter(exclusion -> !exclusion.id().equals(id)).toList());
		more.add(new Exclusion(id, reason));
		return new Policy(seats, attributes, pairs, atMostPerGroup, meritFloor, fewer, more, tolerances, objective,
				seed);
	}

	public Policy withTolerances(Tolerances allowed) {
		return new Policy(seats, attributes, pairs, atMostPerGroup, meritFloor, pins, exclusions, allowed, objective,
				seed);
	}

	public Policy withObjective(Objective other) {
		return new Policy(seats, attributes, pairs, atMostPerGroup, meritFloor, pins, exclusions, tolerances, other,
				seed);
	}

	public Policy withSeed(String other) {
		return new Policy(seats, attributes, pairs, atMostPerGroup, meritFloor, pins, exclusions, tolerances,
				objective, other);
	}
}
