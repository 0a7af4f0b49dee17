package org.cohort.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

import org.cohort.mentorship.Hours;

/** An amount in a currency, rounded to its smallest coin. */
public record Money(BigDecimal amount, Currency currency) {

	private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

	public Money {
		amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
	}

	/** What these hours cost; rounded once, at the end. */
	public static Money of(Hours hours, BigDecimal rate, Currency currency) {
		return new Money(BigDecimal.valueOf(hours.minutes()).multiply(rate)
			.divide(MINUTES_PER_HOUR, 10, RoundingMode.HALF_UP), currency);
	}

	/** «EUR 1,200.00». */
	@Override
	public String toString() {
		var format = new DecimalFormat("#,##0" + (amount.scale() > 0 ? "." + "0".repeat(amount.scale()) : ""),
				DecimalFormatSymbols.getInstance(Locale.UK));
		return currency.getCurrencyCode() + " " + format.format(amount);
	}
}
