package org.cohort.application;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.stereotype.Component;

/** The links of an applicant that are not in one mail only. */
@Component
class StatusLinks {

	/** An application can be looked at for two years after the round began its run. */
	private static final Duration STATUS_LASTS = Duration.ofDays(730);

	private final Links links;

	private final ApplicationTable table;

	private final Programmes programmes;

	StatusLinks(Links links, ApplicationTable table, Programmes programmes) {
		this.links = links;
		this.table = table;
		this.programmes = programmes;
	}

	LinkRef issue(UUID applicationId) {
		Round round = programmes.round(table.get(applicationId).roundId());
		return links.issue(LinkPurpose.STATUS, applicationId, "", round.runStartsAt().plus(STATUS_LASTS));
	}

	URI uri(UUID applicationId) {
		return links.uri(issue(applicationId));
	}

	/** The page where people say something about themselves, while its link works; issued when they apply. */
	Optional<URI> selfIdentification(UUID applicationId, UUID roundId) {
		return links.find(LinkPurpose.SELF_IDENTIFICATION, applicationId, roundId.toString()).map(links::uri);
	}
}
