package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BlackoutTests {

	private static final Contact AMARA = new Contact("Amara Okafor-Nwosu", "amara.okafor@example.org", Locale.ENGLISH);

	@Test
	void everyOccurrenceBecomesABarHoweverItIsWritten() {
		assertThat(Blackout.apply("Amara here. I am AMARA, ámara, Amarala.", List.of("amara")))
			.isEqualTo("████ here. I am ████, ámara, Amarala.");
		assertThat(Blackout.apply("the Lagos\n  Python group", List.of("Lagos Python"))).isEqualTo("the ████ group");
	}

	@Test
	void wordsOfAnyScriptAndSignsAreFound() {
		assertThat(Blackout.apply("שמי נועה לוי, @noa!", List.of("נועה לוי", "@noa"))).isEqualTo("שמי ████, ████!");
		assertThat(Blackout.apply("a (b) $1 \\E c", List.of("(b) $1 \\E"))).isEqualTo("a ████ c");
	}

	@Test
	void whatOverlapsSharesOneBar() {
		assertThat(Blackout.apply("one two three four", List.of("one two", "two three"))).isEqualTo("████ four");
	}

	@Property
	void nothingThatWasBlackedOutIsLeft(
			@ForAll @Size(min = 1, max = 4) List<@StringLength(min = 1, max = 3) @CharRange(from = 'a', to = 'c') String> words,
			@ForAll long seed) {
		List<String> text = new ArrayList<>();
		Random random = new Random(seed);
		for (int i = 0; i < 30; i++) {
			text.add(random.nextBoolean() ? words.get(random.nextInt(words.size())) : "x" + i);
		}
		String seen = Blackout.apply(String.join(" ", text), words);
		assertThat(seen.split("[ █]+")).doesNotContainAnyElementsOf(words);
		assertThat(Blackout.apply(seen, words)).isEqualTo(seen);
		List<String> turned = new ArrayList<>(words);
		Collections.reverse(turned);
		assertThat(Blackout.apply(String.join(" ", text), turned)).isEqualTo(seen);
	}

	@Property
	void aTextWithoutThePassageStays(@ForAll @CharRange(from = 'a', to = 'm') String text) {
		assertThat(Blackout.apply(text, List.of("zz"))).isEqualTo(text);
	}

	@Test
	void nameAddressLinksAndHandlesAreOffered() {
		String text = "I am Okafor (amara at home), write to amara.okafor@example.org or find me as @amara_codes on "
				+ "https://code.example/amara and at okafor.dev, or call +32 470 12 34 56. Version 3.11 came in 2024.";
		assertThat(Blackout.suggestions(List.of(text), AMARA)).contains("amara", "amara.okafor@example.org", "@amara_codes",
				"https://code.example/amara", "okafor.dev", "+32 470 12 34 56").doesNotContain("2024", "3.11");
	}

	@Test
	void whatIsNotInTheTextIsNotOffered() {
		assertThat(Blackout.suggestions(List.of("I like libraries."), AMARA)).isEmpty();
	}

	@Test
	void everySuggestionCanBeBlackedOut() {
		String text = "Okafor, https://code.example/a?b=c#d, @x.y_z and www.example.com/~me/.";
		for (String found : Blackout.suggestions(List.of(text), AMARA)) {
			assertThat(Blackout.count(List.of(text), found)).as(found).isPositive();
		}
	}
}
