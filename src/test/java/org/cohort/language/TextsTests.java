package org.cohort.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all languages say the same things. */
class TextsTests {

	private static final Path FOLDER = Path.of("src/main/resources/messages");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

	@ParameterizedTest
	@MethodSource("translations")
	void everyLanguageHasTheSameTextsWithTheSameValues(Path english, Locale language) throws IOException {
		Properties original = read(english);
		Properties translated = read(translation(english, language));
		assertThat(new TreeSet<>(translated.stringPropertyNames()))
			.containsExactlyElementsOf(new TreeSet<>(original.stringPropertyNames()));
		for (String key : original.stringPropertyNames()) {
			assertThat(translated.getProperty(key)).as(key).isNotBlank();
			assertThat(placeholders(translated.getProperty(key))).as(key)
				.isEqualTo(placeholders(original.getProperty(key)));
		}
	}

	@Test
	void everyTextCanBeFilledIn() throws IOException {
		for (Path file : files().toList()) {
			Properties texts = read(file);
			for (String key : texts.stringPropertyNames()) {
				assertThat(texts.getProperty(key)).as("%s: a straight apostrophe hides values; write ’", key)
					.doesNotContain("'");
				assertThat(new MessageFormat(texts.getProperty(key), Locale.ENGLISH).toPattern()).as(key).isNotNull();
			}
		}
	}

	static Stream<Object[]> translations() throws IOException {
		return files().filter(file -> !file.getFileName().toString().contains("_"))
			.filter(file -> !file.getFileName().toString().startsWith("staff"))
			.flatMap(file -> Languages.ALL.stream()
				.filter(language -> !language.equals(Locale.ENGLISH))
				.map(language -> new Object[] { file, language }));
	}

	private static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.sorted().toList().stream();
		}
	}

	private static Path translation(Path english, Locale language) {
		return FOLDER.resolve(english.getFileName().toString().replace(".", "_" + language.getLanguage() + "."));
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).distinct().sorted().toList();
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return properties;
	}
}
