package org.cohort.application;

/** What an application may lack, for coordinators who look for what holds things up. */
enum Missing {

	/** The e-mail address is not confirmed. */
	CONFIRMATION("stage = 'UNCONFIRMED' and confirmed_at is null"),
	/** The applicant was asked for more and has not answered. */
	ANSWER("unanswered"),
	/** Under review, and nobody has scored it yet. */
	REVIEW("stage = 'UNDER_REVIEW' and reviews_done = 0"),
	/** A reviewer is late. */
	REVIEW_IN_TIME("reviews_due_at < :now");

	private final String sql;

	Missing(String sql) {
		this.sql = sql;
	}

	String sql() {
		return sql;
	}
}
