package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demonstration programme, made even quicker: two places, two weeks of seconds, one follow-up after the end. */
final class QuickProgramme {

	static final String NAME = "A programme in a hurry";

	static final String ZONE = "Europe/Brussels";

	static final int WEEKS = 2;

	private QuickProgramme() {
	}

	/** Its file, without a first round. */
	static String yaml(String slug, String reportsTo) {
		var changes = new LinkedHashMap<String, String>();
		changes.put("slug", slug);
		changes.put("name", NAME);
		changes.put("time-zone", ZONE);
		changes.put("seats", "2");
		changes.put("weeks", Integer.toString(WEEKS));
		changes.put("week-length", "PT15S");
		changes.put("log-grace", "PT90S");
		changes.put("remind-log-after", "PT80S");
		changes.put("follow-ups", "[PT5S]");
		changes.put("small-group", "2");
		changes.put("appeal-within", "PT5S");
		String text = demonstration().replaceAll("(?ms)^first-round:.*?^settings:", "settings:")
			.replaceAll("(?m)^( +reporting-addresses:\\R +- ).*$", "$1" + reportsTo);
		for (Map.Entry<String, String> change : changes.entrySet()) {
			Matcher line = Pattern.compile("(?m)^( *" + change.getKey() + ": ).*$").matcher(text);
			if (!line.find()) {
				throw new IllegalStateException("The demonstration programme has no line «" + change.getKey() + "».");
			}
			text = line.replaceFirst("$1" + change.getValue());
		}
		return text;
	}

	private static String demonstration() {
		try (var file = QuickProgramme.class.getResourceAsStream("/programmes/demonstration.yaml")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
