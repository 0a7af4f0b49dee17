package org.cohort.application;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds and where their applications stand, for other programs. A bearer token of the realm opens it; no names. */
@RestController
@RequestMapping("/api/rounds")
@RolesAllowed({"coordinators", "administrators"})
class ApplicationsApi {

	private final Programmes programmes;

	private final Applications applications;

	ApplicationsApi(Programmes programmes, Applications applications) {
		this.programmes = programmes;
		this.applications = applications;
	}

	/** A round as JSON; times are UTC. */
	record RoundView(UUID id, String slug, String title, RoundState state, Instant opensAt, Instant closesAt,
			Instant runStartsAt, int seats) {

		static RoundView of(Round round) {
			return new RoundView(round.id(), round.slug(), round.title(), round.state(), round.opensAt(),
					round.closesAt(), round.runStartsAt(), round.seats());
		}
	}

	@GetMapping
	List<RoundView> rounds() {
		return programmes.rounds().stream().map(RoundView::of).toList();
	}

	@GetMapping("/{id}")
	RoundView round(@PathVariable UUID id) {
		return RoundView.of(programmes.round(id));
	}

	@GetMapping("/{id}/applications")
	List<Summary> applications(@PathVariable UUID id) {
		return applications.inRound(programmes.round(id).id());
	}
}
