package org.cohort.programme;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The sentences with which settings refuse to be wrong; they are shown to the person who imports a file. */
final class Check {

	private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

	private Check() {
	}

	static String key(@Nullable String value, String what) {
		if (value == null || !KEY.matcher(value).matches()) {
			throw new IllegalArgumentException(what + " «" + value + "» must start with a letter and have at most 40"
					+ " small letters, digits and hyphens.");
		}
		return value;
	}

	static String text(@Nullable String value, String what) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(what + " is missing.");
		}
		return value.strip();
	}

	static Wording text(@Nullable Wording value, String what) {
		if (value == null) {
			throw new IllegalArgumentException(what + " is missing.");
		}
		return value;
	}

	static String domain(@Nullable String value, String what) {
		if (value == null || !value.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,250})\\.[A-Za-z0-9-]{2,63}")) {
			throw new IllegalArgumentException(what + " «" + value + "» is no domain, such as example.org.");
		}
		return value;
	}

	static String address(@Nullable String value, String what) {
		if (value == null || !value.matches("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}")) {
			throw new IllegalArgumentException(what + " «" + value + "» is not an e-mail address.");
		}
		return value;
	}

	static int between(int value, int least, int most, String what) {
		if (value < least || value > most) {
			throw new IllegalArgumentException(what + " must be between " + least + " and " + most + ", not " + value
					+ ".");
		}
		return value;
	}

	static double between(double value, double least, double most, String what) {
		if (!(value >= least && value <= most)) {
			throw new IllegalArgumentException(what + " must be between " + least + " and " + most + ", not " + value
					+ ".");
		}
		return value;
	}

	static Duration positive(@Nullable Duration value, String what) {
		if (value == null || value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException(what + " must be a time longer than nothing, such as P7D or PT30M.");
		}
		return value;
	}

	static Duration notNegative(Duration value, String what) {
		if (value.isNegative()) {
			throw new IllegalArgumentException(what + " must not be less than nothing; PT0S says «not at all».");
		}
		return value;
	}

	/** A reminder has to come before the deadline it speaks of. */
	static Duration before(@Nullable Duration reminder, Duration deadline, String what) {
		if (positive(reminder, what).compareTo(deadline) >= 0) {
			throw new IllegalArgumentException(what + " (" + reminder + ") must be shorter than the deadline ("
					+ deadline + ").");
		}
		return reminder;
	}

	static <T> void distinct(Collection<T> values, Function<T, String> key, String what) {
		Set<String> seen = new HashSet<>();
		for (T value : values) {
			if (!seen.add(key.apply(value))) {
				throw new IllegalArgumentException(what + " «" + key.apply(value) + "» is there twice.");
			}
		}
	}
}
