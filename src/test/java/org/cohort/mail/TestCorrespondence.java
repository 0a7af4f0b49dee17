package org.cohort.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Answers for the audience «test»: whom a test wants to write to. */
class TestCorrespondence implements Correspondence {

	final Map<UUID, List<Letter>> letters = new ConcurrentHashMap<>();

	@Override
	public String audience() {
		return "test";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		return letters.getOrDefault(order.subject(), List.of());
	}

	static Letter letter(String to, String link) {
		return new Letter(to, "Ana <b>Lima</b> & Söhne", Locale.ENGLISH,
				Map.of("words", "1 < 2 & ünïcode", "link", link), List.of());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		TestCorrespondence testCorrespondence() {
			return new TestCorrespondence();
		}
	}
}
