package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cohort.language.Languages;
import org.junit.jupiter.api.Test;

/** What applicants and participants get by mail is written in every language, and says the same in each. */
class LanguagesOfMailsTests {

	private static final Path MAILS = Path.of("src/main/resources/templates/mail");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern VALUE = Pattern.compile("\\$\\{([^}]+)}");

	private static final Pattern IN_DIAGRAM = Pattern.compile(
			"key=\"template\" value=\"([^\"]+)\" />\\s*<zeebe:header key=\"audience\" value=\"(applicant|participant)\"");

	private static final Pattern IN_JAVA = Pattern.compile(
			"new MailOrder\\(\\s*\"([^\"]+)\"[^;]*?\"(?:applicant|participant|draft)\"");

	@Test
	void everyMailIsWrittenInEveryLanguageWithTheSameValues() throws IOException {
		Set<String> english = names("en");
		assertThat(english).isNotEmpty();
		for (var language : Languages.ALL) {
			assertThat(names(language.getLanguage())).as(language.getLanguage()).isEqualTo(english);
			for (String mail : english) {
				String text = text(language.getLanguage(), mail);
				assertThat(text).as("%s in %s", mail, language).startsWith("Subject: ").doesNotContain("'s ");
				assertThat(values(text)).as("%s in %s", mail, language).isEqualTo(values(text("en", mail)));
				assertThat(Paragraph.all(text.substring(text.indexOf('\n'))).size()).as("%s in %s", mail, language)
					.isEqualTo(Paragraph.all(text("en", mail).substring(text("en", mail).indexOf('\n'))).size());
			}
		}
	}

	@Test
	void everyMailToApplicantsOrParticipantsIsAmongThem() throws IOException {
		Set<String> ordered = new TreeSet<>(found(Path.of("bpmn"), ".bpmn", IN_DIAGRAM));
		ordered.addAll(found(SOURCES, ".java", IN_JAVA));
		assertThat(ordered).contains("offer", "already-applied").isSubsetOf(names("en"));
	}

	private static Set<String> names(String language) throws IOException {
		try (Stream<Path> files = Files.list(MAILS.resolve(language))) {
			return files.map(file -> file.getFileName().toString().replace(".txt", ""))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Set<String> values(String text) {
		return VALUE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> found(Path folder, String ending, Pattern pattern) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending))
				.flatMap(file -> pattern.matcher(read(file)).results().map(found -> found.group(1)))
				.toList();
		}
	}

	private static String text(String language, String mail) {
		return read(MAILS.resolve(language).resolve(mail + ".txt"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}
}
