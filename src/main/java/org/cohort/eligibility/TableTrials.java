package org.cohort.eligibility;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.cohort.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a changed decision table over a past pool, in the background and one after the other. It is given what was
 * compared at the time; what tables were not given then is taken from the application of today. No screening, stage or
 * process is touched.
 */
@Service
class TableTrials {

	private static final Logger log = LoggerFactory.getLogger(TableTrials.class);

	/** How often the progress is written down. */
	private static final int STEP = 25;

	private final ReentrantLock oneByOne = new ReentrantLock(true);

	private final TrialStore store;

	private final DecisionTables tables;

	private final Screenings screenings;

	private final TableEvaluation evaluation;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	TableTrials(TrialStore store, DecisionTables tables, Screenings screenings, TableEvaluation evaluation,
			AuditTrail audit, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.tables = tables;
		this.screenings = screenings;
		this.evaluation = evaluation;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void giveUpWhatWasInterrupted() {
		store.giveUp(clock.instant());
	}

	/** Begins a trial, which goes on in the background. */
	UUID start(DecisionTable table, UUID roundId, String by) {
		List<TrialStore.Past> pool = store.pool(roundId);
		TableTrial trial = new TableTrial(UUID.randomUUID(), roundId, table.version(), by, clock.instant(), pool.size(), 0,
				TableTrial.State.RUNNING, null, null);
		transaction.executeWithoutResult(status -> {
			tables.keep(table, by);
			store.insert(trial);
			audit.record(by, "try-decision-table", "round", roundId, table.version());
		});
		Thread.ofPlatform().daemon().name("trial-" + trial.id()).start(() -> run(trial, table, pool));
		return trial.id();
	}

	TableTrial get(UUID id) {
		return store.find(id).orElseThrow(() -> new NoSuchElementException("There is no trial " + id + "."));
	}

	private void run(TableTrial trial, DecisionTable table, List<TrialStore.Past> pool) {
		oneByOne.lock();
		try {
			int[] done = { 0 };
			evaluation.evaluate(table, pool.stream().map(this::inputs).toList(), (place, findings) -> {
				store.line(trial.id(), pool.get(place), OutcomePolicy.outcome(findings), findings);
				if (++done[0] % STEP == 0 || done[0] == pool.size()) {
					store.progress(trial.id(), done[0]);
				}
			});
			store.finish(trial.id(), TableTrial.State.DONE, "", clock.instant());
		}
		catch (TableRefused refused) {
			store.finish(trial.id(), TableTrial.State.FAILED, "The engine does not take this table: "
					+ refused.getMessage(), clock.instant());
		}
		catch (RuntimeException failed) {
			log.warn("Trial {} of decision table {} failed", trial.id(), table.version(), failed);
			store.finish(trial.id(), TableTrial.State.FAILED, "The engine could not be asked. Nothing was changed; please "
					+ "try again later.", clock.instant());
		}
		finally {
			oneByOne.unlock();
		}
	}

	private Map<String, Object> inputs(TrialStore.Past past) {
		if (past.inputs().keySet().containsAll(DecisionInput.ORDER)) {
			return past.inputs();
		}
		Map<String, Object> inputs = new HashMap<>(screenings.decisionInput(past.applicationId()));
		inputs.putAll(past.inputs());
		return inputs;
	}
}
