package org.cohort.selection;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Proposal.Input.Applicant;
import org.cohort.selection.optimiser.Verifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts stored proposals together again for an auditor: the document from our table, the pool from the other modules. It
 * leaves only if it is, to the letter, what was computed.
 */
@Service
@Transactional
class ProposalDocuments {

	private final ProposalStore store;

	private final PoolSource pools;

	private final AuditTrail audit;

	ProposalDocuments(ProposalStore store, PoolSource pools, AuditTrail audit) {
		this.store = store;
		this.pools = pools;
		this.audit = audit;
	}

	/**
	 * The whole document, for {@code verify}. Says who has which value, so it is as private as the demographics.
	 *
	 * @throws ShortlistRefused if there is no such proposal or its pool is no longer what it was
	 */
	public String export(UUID roundId, int number, String actor) {
		String document = whole(roundId, number);
		audit.record(actor, "export-proposal", "round", roundId, "proposal " + number);
		return document;
	}

	/**
	 * Lets the independent verifier look at it once more.
	 *
	 * @throws ShortlistRefused as {@link #export}
	 */
	public Verifier.Verification check(UUID roundId, int number, String actor) {
		Verifier.Verification verification = new Verifier().verify(whole(roundId, number));
		audit.record(actor, "check-proposal", "round", roundId, "proposal " + number + (verification.holds() ? ": holds"
				: ": does not hold"));
		return verification;
	}

	private String whole(UUID roundId, int number) {
		Proposal proposal = store.all(roundId).stream().filter(one -> one.number() == number && one.ready()).findFirst()
			.orElseThrow(ShortlistRefused::noSuchProposal);
		String document = store.document(proposal.id()).orElseThrow(ShortlistRefused::noSuchProposal);
		Set<UUID> pool = proposal.readyInput().pool().stream().map(Applicant::applicationId).collect(Collectors.toSet());
		var whole = org.cohort.selection.optimiser.Proposal.fromJson(document)
			.withPool(pools.pool(roundId, proposal.seed(), pool).pool());
		if (!whole.fingerprint().equals(proposal.fingerprint())) {
			throw ShortlistRefused.cannotBeMadeWhole();
		}
		return whole.toJson();
	}
}
