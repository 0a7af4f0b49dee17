package org.cohort.application;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file stands among the answers: {@code <id>/<name>}. The name stays readable in the history when the file is
 * gone. In the place of one that was not taken stands what was wrong, as {@code !<reason>}.
 */
record FileAnswer(UUID id, String name) {

	private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36})/([^/]{1,120})");

	private static final Pattern REFUSED = Pattern.compile("!([a-z]+)");

	public String written() {
		return id + "/" + name;
	}

	/** What the file is, without the name that somebody gave it: PDF, say. */
	String ending() {
		return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
	}

	static Optional<FileAnswer> read(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		return matcher.matches() ? Optional.of(new FileAnswer(UUID.fromString(matcher.group(1)), matcher.group(2)))
				: Optional.empty();
	}

	/** Why a file was not taken, if this stands for one that was not. */
	static Optional<String> refusal(String written) {
		Matcher matcher = REFUSED.matcher(written);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}
}
