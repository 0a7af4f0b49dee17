package org.cohort.platform;

import java.util.Map;

/** Somebody who applies without a browser, for tests in which many do so or a program dies meanwhile. */
final class HastyApplicant {

	private final FormClient client;

	private final String name;

	/** @param number tells such people apart */
	HastyApplicant(LocalPlatform platform, String name, int number) {
		this.client = new FormClient(platform.publicUrl(), "en", number);
		this.name = name + number;
	}

	String address() {
		return name + "@" + Applicant.PLANTED + ".example";
	}

	/** Reads the form of a round, so that it can be sent at any moment. */
	Map<String, String> reads(String round) {
		var fields = client.reads("/apply/" + round);
		fields.putAll(Map.of("name", name + " " + Applicant.PLANTED, "email", address(), "q.country", "PT",
				"q.time-zone", "Europe/Lisbon", "q.years", "3", "q.contributions", "4", "q.experience",
				"I built " + Applicant.PLANTED, "q.hours-per-week.total", "12"));
		fields.putAll(Map.of("q.motivation", "I want to", "q.goals", "To learn", "q.conduct", "yes", "action", "submit"));
		return fields;
	}

	/** Sends the form, and returns where the answer leads. */
	String sends(String round, Map<String, String> fields) {
		return client.sends("/apply/" + round, fields);
	}
}
