package org.cohort.application;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands, in the order in which it gets there. The last ones are final. */
public enum Stage {

	/** Sent; the e-mail address is not proved yet. */
	UNCONFIRMED,
	/** The minimum requirements are being checked. */
	SCREENING,
	/** A coordinator decides whether it goes on. */
	BORDERLINE,
	/** Found not eligible, and told so; there is time to appeal. */
	MAY_APPEAL,
	/** The applicant appealed; a coordinator looks at it again. */
	APPEALED,
	/** Reviewers read it. */
	UNDER_REVIEW,
	/** Reviewed, waiting for the committee. */
	IN_POOL,
	/** Not chosen yet, but next if somebody declines. */
	WAITING_LIST,
	/** A place is offered. */
	OFFERED,
	/** The place was taken. From here on the participation tells how it goes. */
	ACCEPTED,
	NOT_ELIGIBLE, NOT_SELECTED, DECLINED, OFFER_EXPIRED, LAPSED, WITHDRAWN;

	private static final Set<Stage> TERMINAL = EnumSet.of(NOT_ELIGIBLE, NOT_SELECTED, DECLINED, OFFER_EXPIRED, LAPSED,
			WITHDRAWN);

	/** Stages in which somebody still works on the application before the committee can choose. */
	static final Set<Stage> UNSETTLED = EnumSet.of(UNCONFIRMED, SCREENING, BORDERLINE, MAY_APPEAL, APPEALED,
			UNDER_REVIEW);

	/** Whether an application in the other stage has left this one behind. */
	boolean before(Stage other) {
		return compareTo(other) < 0;
	}

	/** Whether nothing follows. */
	public boolean terminal() {
		return TERMINAL.contains(this);
	}

	/** Whether a coordinator has to decide before it goes on. */
	public boolean waitsForACoordinator() {
		return this == BORDERLINE || this == APPEALED;
	}

	/** Whether it is on its way, and nothing speaks against it so far. */
	public boolean goesOn() {
		return !terminal() && !waitsForACoordinator() && this != UNCONFIRMED && this != MAY_APPEAL;
	}

	/** Whether the committee can choose without waiting for this application. */
	public boolean settled() {
		return !UNSETTLED.contains(this);
	}
}
