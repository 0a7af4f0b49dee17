package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cohort.mail.Paragraph.Kind.BUTTON;
import static org.cohort.mail.Paragraph.Kind.GREETING;
import static org.cohort.mail.Paragraph.Kind.LINK;
import static org.cohort.mail.Paragraph.Kind.LIST;
import static org.cohort.mail.Paragraph.Kind.WORDS;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the parts of a mail are told apart. */
class ParagraphTests {

	@Test
	void theFirstGreetsAndALineBreakStaysOne() {
		assertThat(Paragraph.all("Hello Ada,\n\nhow are you?\n\n\nAll the best\nus\n")).containsExactly(
				new Paragraph(GREETING, List.of("Hello Ada,"), null),
				new Paragraph(WORDS, List.of("how are you?"), null),
				new Paragraph(WORDS, List.of("All the best", "us"), null));
	}

	@Test
	void linesWithAHyphenAreAListAlsoBelowTheirHeading() {
		assertThat(Paragraph.all("Hello,\n\nYou promise:\n- to work\n- to rest")).endsWith(
				new Paragraph(WORDS, List.of("You promise:"), null),
				new Paragraph(LIST, List.of("to work", "to rest"), null));
	}

	@Test
	void wordsAboveAnAddressAreAButtonAndTheNextAPlainLink() {
		assertThat(Paragraph.all("Hello,\n\nGo on :\nhttps://example.org/a\n\nRead:\ncohort-link:1?language=fr"))
			.endsWith(new Paragraph(BUTTON, List.of("Go on"), "https://example.org/a"),
					new Paragraph(LINK, List.of("Read"), "cohort-link:1?language=fr"));
	}

	@Test
	void anAddressInsideASentenceIsNoButton() {
		assertThat(Paragraph.all("Hello,\n\nsee https://example.org")).extracting(Paragraph::kind)
			.containsExactly(GREETING, WORDS);
	}
}
