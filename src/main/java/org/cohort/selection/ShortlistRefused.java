package org.cohort.selection;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Something cannot be done to a shortlist now; the reason is for the reader. */
class ShortlistRefused extends ResponseStatusException {

	private ShortlistRefused(HttpStatus status, String reason) {
		super(status, reason);
	}

	static ShortlistRefused nobodyWithThisCode(String code) {
		return new ShortlistRefused(HttpStatus.NOT_FOUND, "There is no applicant with the code " + code + " in this pool.");
	}

	static ShortlistRefused notReady() {
		return new ShortlistRefused(HttpStatus.CONFLICT, "There is no computed proposal to change or approve yet.");
	}

	static ShortlistRefused approved() {
		return new ShortlistRefused(HttpStatus.CONFLICT, "The cohort of this round is approved, so it cannot be changed any "
				+ "more.");
	}

	static ShortlistRefused approvedByThem() {
		return new ShortlistRefused(HttpStatus.CONFLICT, "You have approved this cohort already; it needs somebody else of "
				+ "the committee now.");
	}

	static ShortlistRefused notAnnounced() {
		return new ShortlistRefused(HttpStatus.CONFLICT, "The numbers can be published once everybody has been told.");
	}

	static ShortlistRefused cannotBeMadeWhole() {
		return new ShortlistRefused(HttpStatus.CONFLICT,
				"What people said about themselves has been changed or deleted since, "
				+ "so the proposal cannot be put together again as it was. Its hashes, figures and the result of the check when it "
				+ "was computed are kept.");
	}

	static ShortlistRefused noSuchProposal() {
		return new ShortlistRefused(HttpStatus.NOT_FOUND, "This round has no computed proposal with this number.");
	}

	static ShortlistRefused changedMeanwhile() {
		return new ShortlistRefused(HttpStatus.CONFLICT, "Somebody of the committee has changed the shortlist since you "
				+ "opened it. Nothing was saved. Look at it as it is now and decide again.");
	}
}
