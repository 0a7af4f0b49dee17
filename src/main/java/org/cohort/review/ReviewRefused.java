package org.cohort.review;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A page about a review cannot be shown or changed; the reason is for the reader. */
class ReviewRefused extends ResponseStatusException {

	private ReviewRefused(HttpStatus status, String reason) {
		super(status, reason);
	}

	static ReviewRefused notYours() {
		return new ReviewRefused(HttpStatus.FORBIDDEN,
				"This review is not yours. Reviews are blind: only the reviewer to "
				+ "whom an application was given may read it. Your own are under «My reviews».");
	}

	static ReviewRefused noLongerYours(ReviewState state) {
		return new ReviewRefused(HttpStatus.FORBIDDEN, switch (state) {
			case CONFLICT ->
					"You declared a conflict of interest, so this dossier is closed to you. Thank you for saying so.";
			case ABSTAINED -> "You abstained from this review, so its dossier is closed.";
			case SKIPPED -> "A coordinator decided to go on without this review. You need not do anything.";
			case RELEASED -> "This review was taken back. You need not do anything.";
			case ASSIGNED, SCORED -> throw new IllegalArgumentException(state + " reviews stay open to their reviewer");
		});
	}

	static ReviewRefused closed() {
		return new ReviewRefused(HttpStatus.CONFLICT, "This review is closed, so nothing was changed. What you saved "
				+ "before is kept.");
	}
}
