package org.cohort.selection.optimiser;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An attribute with its targets, such as region. Values without a target count for nothing and against nothing.
 *
 * @param weight how much it counts in the mean over the attributes; positive
 */
public record Attribute(String name, double weight, List<Target> targets) {

	public Attribute {
		Require.text(name, "The name of an attribute");
		Require.that(name.indexOf('=') < 0, "The name of an attribute must not contain «=»: " + name);
		Require.that(weight > 0 && weight <= 1000, "The weight of " + name + " must be above 0 and at most 1000.");
		Require.that(!targets.isEmpty(), "The attribute " + name + " needs at least one target.");
		Set<String> seen = new HashSet<>();
		for (Target target : targets) {
			Require.that(seen.add(target.value()), name + "=" + target.value() + " has two targets.");
		}
		targets = targets.stream().sorted(Comparator.comparing(Target::value)).toList();
	}

	public static Attribute of(String name, Target... targets) {
		return new Attribute(name, 1, List.of(targets));
	}
}
