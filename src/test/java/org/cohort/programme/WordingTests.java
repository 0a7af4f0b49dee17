package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WordingTests {

	private final Wording welcome = new Wording(Map.of("en", "Welcome", "fr", "Bienvenue", "he", "ברוכים הבאים"), "en");

	@Test
	void everybodyReadsTheirOwnLanguage() {
		assertThat(welcome.in(Locale.CANADA_FRENCH)).isEqualTo("Bienvenue");
		assertThat(welcome.in(Locale.of("iw"))).isEqualTo("ברוכים הבאים");
	}

	@Test
	void whoseLanguageIsMissingReadsTheMainOne() {
		assertThat(welcome.in(Locale.GERMAN)).isEqualTo("Welcome");
		assertThat(welcome.spoken("fr").in(Locale.GERMAN)).isEqualTo("Bienvenue");
		assertThat(new Wording(Map.of("fr", "Bienvenue"), "en").in(Locale.GERMAN)).isEqualTo("Bienvenue");
	}

	@Test
	void aPlainTextIsInTheMainLanguage() {
		assertThat(Wording.of("Hallo").spoken("de")).isEqualTo(new Wording(Map.of("de", "Hallo"), "de"));
		assertThat(Wording.of("Hallo").spoken("de").written()).isEqualTo("Hallo");
		assertThat(welcome.written()).isEqualTo(welcome.texts());
	}

	@Test
	void aTextThatKeepsItsLanguageWhenTheMainOneChangesIsWrittenWithIt() {
		assertThat(Wording.of("Hello").spoken("en").spoken("fr").written()).isEqualTo(Map.of("en", "Hello"));
	}

	@Test
	void blankTranslationsAreNone() {
		assertThat(Wording.read(Map.of("en", "Hello", "fr", " "))).isEqualTo(Wording.read(Map.of("en", "Hello")));
		assertThatThrownBy(() -> Wording.read(Map.of("fr", " "))).hasMessageContaining("missing");
	}

	@Test
	void whatIsNoLanguageIsRefused() {
		assertThatThrownBy(() -> Wording.read(Map.of("english", "Hello"))).hasMessageContaining("is no language");
		assertThatThrownBy(() -> Wording.read(List.of("Hello"))).hasMessageContaining("one string");
	}
}
