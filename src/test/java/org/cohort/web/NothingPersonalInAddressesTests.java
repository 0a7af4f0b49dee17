package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Addresses are written into logs, histories and bookmarks; what is typed about people is sent by POST. */
class NothingPersonalInAddressesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A form that is sent as an address, up to its end. */
	private static final Pattern SENT_AS_ADDRESS = Pattern.compile(
			"<form(?![^>]*method=\"post\")[^>]*>.*?</form>", Pattern.DOTALL);

	/** A field into which anything can be typed; codes of applications have at most ten characters. */
	private static final Pattern FREE = Pattern.compile("<textarea|<input(?![^>]*type=\"(hidden|radio|checkbox)\")"
			+ "(?![^>]*maxlength=\"10\")");

	private static final Pattern LINK = Pattern.compile("@\\{[^\"]*[(,](email|address|name|q|words|text|contact)=");

	private static final Pattern VALUE = Pattern.compile("@\\{[^\"]*=\\$\\{[^}]*\\.(email|name|address)}");

	@Test
	void noFormThatIsSentAsAnAddressHasAFieldForWords() throws IOException {
		for (Path template : templates()) {
			assertThat(SENT_AS_ADDRESS.matcher(Files.readString(template)).results().map(form -> form.group())
					.filter(form -> FREE.matcher(form).find())).as("%s", template).isEmpty();
		}
	}

	@Test
	void noLinkCarriesANameOrAnAddress() throws IOException {
		for (Path template : templates()) {
			String page = Files.readString(template);
			assertThat(Stream.of(LINK, VALUE).flatMap(pattern -> pattern.matcher(page).results())
					.map(link -> link.group())).as("%s", template).isEmpty();
		}
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
			assertThat(pages).hasSizeGreaterThan(50);
			return pages;
		}
	}
}
