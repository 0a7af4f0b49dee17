package org.cohort.application;

import java.util.UUID;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Forms of the founding programme as a browser sends them. */
final class Forms {

	private Forms() {
	}

	/** Everything filled in well, with an address of its own. */
	static MultiValueMap<String, String> filled() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("form", UUID.randomUUID().toString());
		form.set("name", "Amara Okafor");
		form.set("email", "amara." + UUID.randomUUID().toString().substring(0, 8) + "@example.org");
		form.set("q.country", "NG");
		form.set("q.time-zone", "Africa/Lagos");
		form.set("q.years", "2.5");
		form.set("q.contributions", "3");
		form.set("q.experience", "I fixed the build of a small library and wrote down how.");
		form.set("q.hours-per-week", "12");
		form.set("q.motivation", "I would like to learn how decisions are made in the open.");
		form.set("q.goals", "To review other people's changes kindly.");
		form.add("q.interests", "documentation");
		form.add("q.interests", "bugs");
		form.set("q.conduct", "yes");
		return form;
	}

	static MultiValueMap<String, String> with(String field, String... values) {
		MultiValueMap<String, String> form = filled();
		form.put(field, java.util.List.of(values));
		return form;
	}
}
