package org.cohort.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that applicants and participants see take every word from the texts, so that every word is translated. */
class TemplatesTests {

	private static final Path FOLDER = Path.of("src/main/resources/templates");

	/** What only staff or the grant giver see, who read English; and parts that hold no words. */
	private static final Pattern ENGLISH = Pattern.compile(
			"(mail|review|selection|process|programme|reporting|web|exchange)/.*|.*/(staff-.*|.*panel)\\.html"
			+ "|mentorship/(participation|participations|week)\\.html"
			+ "|evaluation/evaluation-read\\.html|application/(dossier|redaction)\\.html");

	private static final Pattern TEXT = Pattern.compile(
			"<(/?[a-zA-Z][\\w:]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>([^<]*)");

	private static final Pattern QUOTED = Pattern.compile("'([^'\"]*\\p{L}{2,} [^'\"]*)'");

	@ParameterizedTest
	@MethodSource("pages")
	void noSentenceIsWrittenIntoAPage(Path page) throws IOException {
		String html = Files.readString(page).replaceAll("(?s)<!--.*?-->", "")
			.replaceAll("(?s)<nav[^>]*class=\"staff\".*?</nav>", "")
			.replaceAll("(?s)<form[^>]*class=\"sign-out\".*?</form>", "");
		Matcher text = TEXT.matcher(html);
		while (text.find()) {
			boolean replaced = text.group(2).contains("th:text=") || text.group(2).contains("th:utext=")
					|| text.group(2).contains("th:replace=");
			if (!replaced && !text.group(1).equals("a class=\"brand\"")) {
				assertThat(text.group(3).replace("Cohort", "")).as("after %s", text.group()).doesNotContainPattern("\\p{L}{2}");
			}
			if (!text.group(1).equals("meta")) {
				assertThat(QUOTED.matcher(text.group(2)).results().map(found -> found.group(1))
					.filter(words -> words.matches("[\\p{L}\\d ,.?!’:;-]+"))
					.filter(words -> !words.matches("([a-z]+(-[a-z]+)+ ?)+"))).as(text.group()).isEmpty();
			}
			assertThat(text.group(2)).as("the order of a date is the reader's").doesNotContain("#temporals");
			assertThat(text.group(2)).as(text.group()).doesNotContainPattern("(aria-label|placeholder|title)=\"\\p{L}{3,} ");
		}
	}

	static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			return files.filter(file -> file.toString().endsWith(".html"))
				.filter(file -> !ENGLISH.matcher(FOLDER.relativize(file).toString().replace('\\', '/')).matches())
				.sorted()
				.toList();
		}
	}
}
