package org.cohort.mentorship;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was merged, each link once: mentor and participant often name the same change, and the mentor's word on its
 * kind counts.
 */
public record MergedChanges(List<MergedChange> all) {

	public MergedChanges {
		all = List.copyOf(all);
	}

	public static MergedChanges of(Collection<WeekRecord> weeks) {
		Map<URI, MergedChange> byLink = new LinkedHashMap<>();
		weeks.forEach(week -> week.log()
			.ifPresent(log -> log.content().changes().forEach(change -> byLink.putIfAbsent(change.link(), change))));
		weeks.forEach(week -> week.checkIn()
			.ifPresent(word -> word.content().changes().forEach(change -> byLink.putIfAbsent(change.link(), change))));
		return new MergedChanges(List.copyOf(byLink.values()));
	}

	public long count(ChangeKind kind) {
		return all.stream().filter(change -> change.kind() == kind).count();
	}

	public int count() {
		return all.size();
	}
}
