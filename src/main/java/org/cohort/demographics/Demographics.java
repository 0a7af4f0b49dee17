package org.cohort.demographics;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.language.Count;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Service;

/**
 * What people chose to say about themselves. It is stored apart, with a database role of its own, and leaves this
 * module in two ways only: as folded counts, and in memory for the selection. Nothing of it is ever logged.
 */
@Service
public class Demographics {

	private final SelfIdentifications table;

	private final Programmes programmes;

	private final AuditTrail audit;

	Demographics(SelfIdentifications table, Programmes programmes, AuditTrail audit) {
		this.table = table;
		this.programmes = programmes;
		this.audit = audit;
	}

	/**
	 * The answers by application and attribute, for the selection to balance the cohort. Keep them in memory only.
	 * People who said nothing have no entry. That they were read is recorded.
	 */
	public Map<UUID, Map<String, Set<String>>> attributesForSelection(Set<UUID> applicationIds) {
		table.roundsOf(applicationIds).forEach(roundId -> audit.record("selection", "read-self-identification", "round",
				roundId, Count.of(applicationIds.size(), "application")));
		return table.of(applicationIds);
	}

	/** Counts of the given people, folded; people who said nothing are a group like any other. */
	public Composition composition(UUID roundId, Set<UUID> applicationIds, int smallGroup) {
		return Folding.composition(programmes.round(roundId).settings().selfIdentification(), applicationIds.size(),
				table.of(applicationIds).values(), smallGroup);
	}

	/** Deletes all that this person said. */
	public void forget(UUID applicationId) {
		table.delete(applicationId);
	}

	/**
	 * Ends a round: keeps the folded counts of the given people and deletes every answer of the round. Done again, it
	 * changes nothing.
	 */
	public void reduceToCounts(UUID roundId, Set<UUID> applicationIds) {
		table.reduce(roundId, composition(roundId, applicationIds,
				programmes.round(roundId).settings().smallGroup()));
	}
}
