package org.cohort.mentorship.web;

import java.util.UUID;

import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who may look at a participation: its own mentor, and every coordinator. */
@Component
class Viewers {

	private final Participations participations;

	Viewers(Participations participations) {
		this.participations = participations;
	}

	/**
	 * The participation, if the person who is signed in may see it.
	 * @throws AccessDeniedException otherwise
	 */
	Participation readable(UUID id) {
		var participation = participations.get(id);
		var viewer = SecurityContextHolder.getContext().getAuthentication();
		if (viewer == null || !(isCoordinator() || participation.isMentoredBy(viewer.getName()))) {
			throw new AccessDeniedException("A participation is seen by its own mentor and by coordinators.");
		}
		return participation;
	}

	boolean isCoordinator() {
		Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
		return viewer != null && viewer.getAuthorities()
			.stream()
			.anyMatch(authority -> "ROLE_coordinators".equals(authority.getAuthority()));
	}
}
