package org.cohort.application;

import java.util.Locale;

/**
 * By what the list is sorted, and which way. Every order has an index that ends in the id, so that a page begins where
 * the one before ended, however far down that is.
 */
record ListOrder(By by, boolean descending) {

	static final ListOrder NEWEST_FIRST = new ListOrder(By.SENT, true);

	/** What can be sorted by; the expression is the one of the index. */
	enum By {

		SENT("submitted_at", true), NAME("search collate \"C\"", false), SCORE("coalesce(score, -1)", true),
		DUE("coalesce(reviews_due_at, 'infinity')", false), WAITING("stage_since", false);

		private final String key;

		private final boolean descendingFirst;

		By(String key, boolean descendingFirst) {
			this.key = key;
			this.descendingFirst = descendingFirst;
		}

		String key() {
			return key;
		}

		/** Which way people want it first: the best score, but the oldest case. */
		boolean descendingFirst() {
			return descendingFirst;
		}

		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** Reads {@code score} or, the other way round, {@code -score}; what does not exist is the newest first. */
	static ListOrder of(String text) {
		String word = text.startsWith("-") ? text.substring(1) : text;
		for (By by : By.values()) {
			if (by.word().equals(word)) {
				return new ListOrder(by, by.descendingFirst != text.startsWith("-"));
			}
		}
		return NEWEST_FIRST;
	}

	/** As it stands in an address. */
	public String text() {
		return (descending == by.descendingFirst ? "" : "-") + by.word();
	}

	/** What a click on the column's head leads to: this column, or the same one the other way round. */
	public String clicked(String column) {
		return by.word().equals(column) && descending == by.descendingFirst ? "-" + column : column;
	}

	/** For the attribute {@code aria-sort} of the column's head. */
	public String aria(String column) {
		return !by.word().equals(column) ? "none" : descending ? "descending" : "ascending";
	}
}
