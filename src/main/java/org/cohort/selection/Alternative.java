package org.cohort.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.cohort.selection.Proposal.Point;
import org.jspecify.annotations.Nullable;

/**
 * A cohort that can be compared with another: a shortlist as it is, a proposal as it was computed, or a point of its
 * frontier.
 *
 * @param key names it in addresses: {@code 2} for the second proposal as it is, {@code 2c} as computed, {@code 2f3} for
 * the fourth point of its frontier
 * @param tolerance of a point of the frontier
 */
record Alternative(String key, String title, Shortlist shortlist, List<UUID> members, Figures figures,
		@Nullable Double tolerance) {

	Alternative {
		members = List.copyOf(members);
	}

	/** Everything of a round that can be compared, the newest proposal first. */
	static List<Alternative> all(List<Shortlist> shortlists) {
		List<Alternative> all = new ArrayList<>();
		for (Shortlist shortlist : shortlists) {
			int number = shortlist.proposal().number();
			Proposal.Result result = shortlist.proposal().readyResult();
			String title = "Proposal " + number + (shortlist.changed() ? ", as changed" : "");
			all.add(new Alternative(String.valueOf(number), title, shortlist, shortlist.members(), shortlist.figures(), null));
			if (shortlist.changed()) {
				all.add(new Alternative(number + "c", "Proposal " + number + ", as computed", shortlist, result.members(),
						result.figures(), null));
			}
			List<Point> frontier = result.frontier();
			for (int i = 0; i < frontier.size(); i++) {
				Point point = frontier.get(i);
				all.add(new Alternative(number + "f" + i, "Proposal " + number + ", giving up at most "
						+ percent(point.tolerance()) + " of diversity", shortlist, point.members(), point.figures(), point.tolerance()));
			}
		}
		return all;
	}

	static Optional<Alternative> find(List<Alternative> all, String key) {
		return all.stream().filter(one -> one.key().equals(key)).findFirst();
	}

	/** Codes of members that the other does not have, the strongest first. */
	public List<Shortlist.Line> without(Alternative other) {
		return lines(member -> !other.members.contains(member));
	}

	/** Members of both. */
	public List<Shortlist.Line> with(Alternative other) {
		return lines(other.members::contains);
	}

	private List<Shortlist.Line> lines(Predicate<UUID> wanted) {
		return Stream.concat(shortlist.chosen().stream(), shortlist.others().stream())
			.filter(line -> members.contains(line.applicationId()) && wanted.test(line.applicationId()))
			.sorted(Shortlist.STRONGEST_FIRST)
			.toList();
	}

	private static String percent(double share) {
		double percent = Math.round(share * 100_000) / 1000.0;
		return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + " %";
	}
}
