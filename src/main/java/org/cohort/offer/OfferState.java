package org.cohort.offer;

import java.util.Locale;

/** Where an offer is. Everything but {@link #OPEN} is final. */
public enum OfferState {

	OPEN, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN;

	/** As the process spells it: {@code accepted}, {@code declined}, {@code expired}, {@code withdrawn}. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}
}
