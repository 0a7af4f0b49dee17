package org.cohort.application;

/** What an application may lack, for coordinators who look for what holds things up. */
enum Missing {

	/**
	 * A coordinator has something to do: decide a borderline case, an appeal, an overdue review or whether somebody applied
	 * twice, or see why nobody is asked for a review.
	 */
	COORDINATOR("(stage in ('BORDERLINE', 'APPEALED') or reviews_due_at < :now"
			+ " or stage = 'UNDER_REVIEW' and reviews_done = 0 and reviews_due_at is null or " + Missing.TWICE + ")"),
	/** Nobody has decided yet whether it is of somebody who applied twice. */
	DUPLICATE(Missing.TWICE),
	/** The e-mail address is not confirmed. */
	CONFIRMATION("stage = 'UNCONFIRMED' and confirmed_at is null"),
	/** The applicant was asked for more and has not answered. */
	ANSWER("unanswered"),
	/** Under review, and nobody has scored it yet. */
	REVIEW("stage = 'UNDER_REVIEW' and reviews_done = 0"),
	/** A reviewer is late. */
	REVIEW_IN_TIME("reviews_due_at < :now");

	/** In a pair that waits for a decision; when one of the two has ended, there is nothing to decide. */
	private static final String TWICE = """
			id in (select unnest(array[p.first_id, p.second_id]) from application_pair p
				join application a on a.id = p.first_id join application b on b.id = p.second_id
				where p.round_id = :round and p.decision is null
					and a.stage not in ('WITHDRAWN', 'LAPSED') and b.stage not in ('WITHDRAWN', 'LAPSED'))
			""";

	private final String sql;

	Missing(String sql) {
		this.sql = sql;
	}

	String sql() {
		return sql;
	}
}
