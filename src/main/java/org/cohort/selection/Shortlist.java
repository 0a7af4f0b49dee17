package org.cohort.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.cohort.selection.Proposal.Input.Applicant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the committee has it before it: with the changes made so far.
 *
 * @param pool codes and scores of everybody who could be chosen when it was computed
 * @param now who can be chosen at this moment; fewer when somebody withdrew
 * @param consents approvals of this very version, where one is not enough
 * @param approval the decision, once there is one
 */
record Shortlist(Proposal proposal, List<Change> changes, Set<UUID> now, List<Consent> consents,
		@Nullable Approval approval) {

	static final Comparator<Line> STRONGEST_FIRST = Comparator
		.comparing((Line line) -> line.score() == null ? 0 : line.score())
		.reversed()
		.thenComparing(Line::code);

	/**
	 * One line of the page.
	 *
	 * @param gone no longer in the pool
	 * @param added not proposed by the computation but put in by the committee
	 */
	record Line(UUID applicationId, String code, @Nullable Double score, boolean gone, boolean added) {
	}

	public List<UUID> members() {
		return Change.members(proposal.readyResult().members(), changes);
	}

	/** The figures of the cohort as it is now. */
	public Figures figures() {
		return changes.isEmpty() ? proposed() : changes.getLast().after();
	}

	/** The figures of the cohort as it was computed. */
	public Figures proposed() {
		return proposal.readyResult().figures();
	}

	public boolean changed() {
		return !Set.copyOf(members()).equals(Set.copyOf(proposal.readyResult().members()));
	}

	/** Changes whenever the shortlist does: who decides names what they saw. */
	public String version() {
		return version(proposal, changes);
	}

	static String version(Proposal proposal, List<Change> changes) {
		return proposal.number() + "." + changes.size();
	}

	public List<Line> chosen() {
		return lines(Set.copyOf(members()), true);
	}

	public List<Line> others() {
		return lines(Set.copyOf(members()), false);
	}

	public boolean anyGone() {
		return chosen().stream().anyMatch(Line::gone);
	}

	/** Whether somebody is in the pool or out of it who was not when this was computed. */
	public boolean stale() {
		Set<UUID> then = Set.copyOf(proposal.readyInput().pool().stream().map(Applicant::applicationId).toList());
		return approval == null && !then.equals(now);
	}

	Optional<Line> line(String code) {
		return Stream.concat(chosen().stream(), others().stream())
			.filter(line -> line.code().equalsIgnoreCase(code))
			.findFirst();
	}

	public String code(UUID applicationId) {
		return proposal.readyInput().applicant(applicationId).map(Applicant::code).orElse("somebody");
	}

	private List<Line> lines(Set<UUID> members, boolean inside) {
		List<UUID> proposed = proposal.readyResult().members();
		return proposal.readyInput()
			.pool()
			.stream()
			.filter(applicant -> members.contains(applicant.applicationId()) == inside)
			.map(applicant -> new Line(applicant.applicationId(), applicant.code(), applicant.score(),
					approval == null && !now.contains(applicant.applicationId()),
					inside && !proposed.contains(applicant.applicationId())))
			.sorted(STRONGEST_FIRST)
			.toList();
	}
}
