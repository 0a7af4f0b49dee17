package org.cohort.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices people who applied twice in a round and lets a coordinator decide. Nothing happens by itself, and nothing is
 * deleted: of two applications of one person one goes on, the other ends and keeps its history.
 */
@Service
@Transactional
class Duplicates {

	private static final int AT_ONCE = 200;

	private final PairTable pairs;

	private final ApplicationTable table;

	private final FileTable files;

	private final AnswerChanges changes;

	private final Withdrawals withdrawals;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final Clock clock;

	Duplicates(PairTable pairs, ApplicationTable table, FileTable files, AnswerChanges changes, Withdrawals withdrawals,
			Programmes programmes, AuditTrail audit, Clock clock) {
		this.pairs = pairs;
		this.table = table;
		this.files = files;
		this.changes = changes;
		this.withdrawals = withdrawals;
		this.programmes = programmes;
		this.audit = audit;
		this.clock = clock;
	}

	/** Looks at what came in since the last time; not while somebody applies, who should not wait for it. */
	@Scheduled(fixedDelayString = "PT10S")
	void look() {
		for (UUID id : pairs.withoutTraits(AT_ONCE)) {
			Application application = table.get(id);
			pairs.traits(application, Traits.of(table.contact(id), programmes.questions(application.programmeVersion()),
					table.answers(id)), clock.instant());
			pairs.pair(application, clock.instant());
		}
	}

	@Transactional(readOnly = true)
	List<PairTable.Pair> of(UUID roundId) {
		return pairs.of(roundId);
	}

	PairTable.Pair get(UUID first, UUID second) {
		return pairs.lock(first, second);
	}

	/** Two people who are merely alike; the pair is not shown again. */
	void different(UUID first, UUID second, String by) {
		PairTable.Pair pair = undecided(first, second);
		pairs.decide(pair, "DIFFERENT", null, by, clock.instant());
		audit.record(by, "tell-apart", "application", first, pair.secondCode());
		audit.record(by, "tell-apart", "application", second, pair.firstCode());
	}

	/**
	 * One person: one application goes on, with the answers of the other where that was chosen, and the other ends.
	 * @param fromOther the questions whose answers are taken from the one that ends
	 * @throws IllegalArgumentException if the other cannot end any more, with words for the coordinator
	 */
	void merge(UUID first, UUID second, UUID kept, Set<String> fromOther, String by) {
		PairTable.Pair pair = undecided(first, second);
		if (!kept.equals(first) && !kept.equals(second)) {
			throw new IllegalArgumentException("Please choose which application goes on.");
		}
		UUID other = kept.equals(first) ? second : first;
		List.of(first, second).forEach(table::lock); // always in this order, so that no two wait for each other
		if (!Withdrawals.possible(table.get(other).stage()) || !Withdrawals.possible(table.get(kept).stage())) {
			throw new IllegalArgumentException("One of the two has ended or has a place already, so they cannot be merged.");
		}
		Answers theirs = table.answers(other);
		Map<String, List<String>> chosen = new LinkedHashMap<>();
		programmes.questions(table.get(kept).programmeVersion()).questions().stream()
				.filter(question -> fromOther.contains(question.key()))
				.forEach(question -> chosen.put(question.key(), theirs.all(question.key())));
		files.move(other, kept);
		changes.store(kept, chosen.keySet(), new Answers(chosen), by, AnswerChanges.Occasion.MERGE);
		pairs.decide(pair, "SAME", kept, by, clock.instant());
		audit.record(by, "merge-application", "application", kept, "takes the place of " + code(pair, other));
		audit.record(by, "merge-application", "application", other, "goes on as " + code(pair, kept));
		withdrawals.withdraw(other, by, "withdraw-as-merged");
	}

	private PairTable.Pair undecided(UUID first, UUID second) {
		PairTable.Pair pair = pairs.lock(first, second);
		if (!pair.open()) {
			throw new IllegalArgumentException("This was decided already, by " + pair.decidedBy() + ".");
		}
		return pair;
	}

	private static String code(PairTable.Pair pair, UUID id) {
		return id.equals(pair.first()) ? pair.firstCode() : pair.secondCode();
	}
}
