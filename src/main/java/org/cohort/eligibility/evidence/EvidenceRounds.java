package org.cohort.eligibility.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.application.Summary;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundState;
import org.cohort.programme.ScreeningSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts in the background, beside everything else: for each round that is not over, once for all its applicants per
 * repository, when somebody has not been counted yet or a day has passed.
 */
@Component
class EvidenceRounds {

	private static final Logger log = LoggerFactory.getLogger(EvidenceRounds.class);

	private static final Duration FRESH = Duration.ofDays(1);

	private final Programmes programmes;

	private final Applications applications;

	private final Repositories repositories;

	private final EvidenceStore store;

	private final Clock clock;

	EvidenceRounds(Programmes programmes, Applications applications, Repositories repositories, EvidenceStore store,
			Clock clock) {
		this.programmes = programmes;
		this.applications = applications;
		this.repositories = repositories;
		this.store = store;
		this.clock = clock;
	}

	/** On a thread of its own, because fetching takes its time and others wait for the scheduler. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
	void beside() {
		if (programmes.rounds().stream().anyMatch(EvidenceRounds::counts)) {
			Thread.ofPlatform().daemon().name("evidence").start(this::all);
		}
	}

	private synchronized void all() {
		programmes.rounds().stream().filter(EvidenceRounds::counts).forEach(this::round);
	}

	private static boolean counts(Round round) {
		return round.state() != RoundState.COMPLETED && !round.settings().screening().repositories().isEmpty();
	}

	/** Counts for those of a round who are due. */
	void round(Round round) {
		ScreeningSettings settings = round.settings().screening();
		Instant now = clock.instant();
		List<UUID> due = applications.inRound(round.id()).stream()
				.filter(one -> one.stage() != Stage.UNCONFIRMED && !one.stage().terminal()).map(Summary::id)
				.filter(id -> due(id, settings, now)).toList();
		if (due.isEmpty()) {
			return;
		}
		Instant from = now.atZone(ZoneOffset.UTC).minusMonths(settings.evidenceMonths()).toInstant();
		for (ScreeningSettings.Repository repository : settings.repositories()) {
			List<Evidence> found = new ArrayList<>();
			try {
				Tallies tallies = repositories.tallies(repository, from, now);
				for (UUID id : due) {
					Set<String> addresses = applications.commitAddresses(id);
					found.add(new Evidence(id, repository.name(), now, settings.evidenceMonths(), addresses.size(), null,
							tallies.of(addresses)));
				}
			}
			catch (Unreachable unreachable) {
				log.warn("The repository {} was not counted: {}", repository.name(), unreachable.getMessage());
				due.forEach(id -> found.add(new Evidence(id, repository.name(), now, settings.evidenceMonths(), 0,
						unreachable.getMessage(), Tally.NONE)));
			}
			found.forEach(store::keep);
		}
	}

	private boolean due(UUID applicationId, ScreeningSettings settings, Instant now) {
		List<Evidence> known = store.of(applicationId);
		return settings.repositories().stream().anyMatch(repository -> known.stream()
				.noneMatch(one -> one.repository().equals(repository.name()) && one.failure() == null
						&& one.countedAt().isAfter(now.minus(FRESH))));
	}
}
