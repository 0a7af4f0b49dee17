package org.cohort.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import org.cohort.mentorship.Budget;
import org.cohort.mentorship.Hours;

/** Hours and money of the mentors, granted and used. What was logged beyond the grant is shown, not dropped. */
public record Grant(Budget budget, BigDecimal rate, Currency currency) {

	public Money granted() {
		return Money.of(budget.granted(), rate, currency);
	}

	public Money used() {
		return Money.of(budget.used(), rate, currency);
	}

	/** What the grant pays of the hours used: never more than it granted. */
	public Money payable() {
		var payable = budget.isExceeded() ? budget.granted() : budget.used();
		return Money.of(payable, rate, currency);
	}

	public Money left() {
		return Money.of(budget.left(), rate, currency);
	}

	/** How much of the granted hours is used, in whole per cent; more than 100 when exceeded. */
	public long percentUsed() {
		var granted = budget.granted();
		if (granted.equals(Hours.ZERO)) {
			return 0;
		}
		return BigDecimal.valueOf(budget.used().minutes())
			.multiply(BigDecimal.valueOf(100))
			.divide(BigDecimal.valueOf(granted.minutes()), 0, RoundingMode.HALF_UP)
			.longValueExact();
	}
}
