package org.cohort.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.tika.Tika;
import org.cohort.programme.Question.FileRule.Kind;
import org.springframework.http.MediaType;

/**
 * Tells by its content what a file is, and gives it a name that does no harm. The name it came with decides nothing.
 */
final class FileContent {

	private static final Tika TIKA = new Tika();

	private static final Map<String, Kind> KINDS = Map.of("application/pdf", Kind.PDF, "image/png", Kind.PNG,
			"image/jpeg", Kind.JPEG, "text/plain", Kind.TEXT, "application/vnd.oasis.opendocument.text", Kind.ODT);

	/** How a document of a word processor says that it is one; one with macros says something else. */
	private static final String WORD =
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

	private static final int LONGEST_NAME = 80;

	private static final int LONGEST_TABLE_OF_CONTENTS = 1_000_000;

	private FileContent() {
	}

	/** Nothing if it is none of the kinds that are taken. */
	static Optional<Kind> kind(byte[] content) {
		String type = TIKA.detect(content);
		if (type.equals("application/zip") || type.equals("application/x-tika-ooxml")) {
			return word(content) ? Optional.of(Kind.DOCX) : Optional.empty();
		}
		return Optional.ofNullable(KINDS.get(type)).filter(kind -> kind != Kind.TEXT || text(content));
	}

	/** The name without folders, control and turning characters, and with the ending of what it is. */
	static String name(String given, Kind kind) {
		String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
		String clean = stem.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\"*:<>?|;%]", " ")
				.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
		String cut = clean.codePointCount(0, clean.length()) > LONGEST_NAME
				? clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)).strip() : clean;
		return (cut.isEmpty() ? "file" : cut) + "." + ending(kind);
	}

	static String ending(Kind kind) {
		return switch (kind) {
			case TEXT -> "txt";
			case JPEG -> "jpg";
			case PDF, PNG, ODT, DOCX -> kind.name().toLowerCase(Locale.ROOT);
		};
	}

	static MediaType mediaType(Kind kind) {
		return switch (kind) {
			case PDF -> MediaType.APPLICATION_PDF;
			case PNG -> MediaType.IMAGE_PNG;
			case JPEG -> MediaType.IMAGE_JPEG;
			case TEXT -> new MediaType("text", "plain", StandardCharsets.UTF_8);
			case ODT -> MediaType.parseMediaType("application/vnd.oasis.opendocument.text");
			case DOCX -> MediaType.parseMediaType(
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document");
		};
	}

	private static boolean text(byte[] content) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			return text.chars().noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t'
					&& letter != '\f');
		}
		catch (CharacterCodingException otherwise) {
			return false;
		}
	}

	/** Looks into the table of contents of the archive only; nothing else of it is unpacked. */
	private static boolean word(byte[] content) {
		try {
			Path file = Files.createTempFile("cohort-", ".tmp");
			try {
				Files.copy(new ByteArrayInputStream(content), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
				try (ZipFile archive = new ZipFile(file.toFile())) {
					var types = archive.getEntry("[Content_Types].xml");
					if (types == null || archive.getEntry("word/document.xml") == null) {
						return false;
					}
					try (InputStream stream = archive.getInputStream(types)) {
						return new String(stream.readNBytes(LONGEST_TABLE_OF_CONTENTS), StandardCharsets.UTF_8)
								.contains(WORD);
					}
				}
			}
			finally {
				Files.delete(file);
			}
		}
		catch (ZipException damaged) {
			return false;
		}
		catch (IOException unwritable) {
			throw new java.io.UncheckedIOException(unwritable);
		}
	}
}
