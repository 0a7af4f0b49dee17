package org.cohort.selection;

import java.util.Locale;

/** What was decided about one application of the pool. */
public enum Decision {

	OFFER, WAITING_LIST, NOT_SELECTED;

	/** As the process's variable {@code decision} spells it: {@code offer}, {@code waiting-list}, {@code not-selected}. */
	public String value() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
