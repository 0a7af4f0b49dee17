package org.cohort.charts;

import java.util.Locale;

/** The colours of charts, on white. Neighbours differ in lightness too, for those who do not tell the hues apart. */
public enum Colour {

	INK("#26323b"), FAINT("#5f6b76"), PLAN("#8a94a6"), GRID("#dfe4e8"), MAIN("#0b6e6e"), SECOND("#d1861c"),
	THIRD("#3a5fa8"), FOURTH("#9a86b8"), WARN("#b3561e"), PALE("#cfe3e2");

	private final String value;

	Colour(String value) {
		this.value = value;
	}

	String value() {
		return value;
	}

	/** The name for the stylesheet. */
	String style() {
		return "c-" + name().toLowerCase(Locale.ROOT);
	}
}
