package org.cohort.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

/** Front door of the reviews. All methods may be called again with the same arguments and then change nothing. */
@Service
public class Reviews {

	/** A reviewer has finished: scored, abstained or declared a conflict. */
	public record Submitted(UUID reviewId, UUID applicationId) {
	}

	/** How many reviews an application gets and until when. */
	public record Plan(int slots, Instant remindAt, Instant dueAt) {
	}

	/** How many reviews an application gets, counted from now. */
	public Plan plan(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Gives a slot of an application to the reviewer with the fewest open reviews in the round: never to somebody who
	 * had this application before, declared a conflict, or is the applicant.
	 *
	 * @return nobody when nobody is left
	 */
	public Optional<Assignment> assign(UUID applicationId, int slot) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Where a review is. */
	public ReviewState state(UUID reviewId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Gives the reviewer as much time again as the programme's settings say, counted from now. */
	public Assignment extend(UUID reviewId, String actor) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Takes an open review back, so that the slot can be given to somebody else. */
	public void release(UUID reviewId, String actor) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Goes on without an open review. */
	public void skip(UUID reviewId, String actor) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Combines and records the score of an application; empty when nobody scored it. */
	public Optional<Score> combine(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** The recorded scores of these applications; those without one are missing. */
	public List<Score> scores(Collection<UUID> applicationIds) {
		throw new UnsupportedOperationException("not built yet");
	}
}
