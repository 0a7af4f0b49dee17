package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cohort.programme.Question.FileRule.Kind;
import org.junit.jupiter.api.Test;

class FileContentTests {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

	@Test
	void documentsOfWordProcessorsAreToldFromOtherArchives() throws IOException {
		assertThat(FileContent.kind(zip(Map.of("[Content_Types].xml", "<Override ContentType=\"" + WORD + "\"/>",
				"word/document.xml", "<w:document/>")))).contains(Kind.DOCX);
		assertThat(FileContent.kind(zip(Map.of("[Content_Types].xml",
				"<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>", "word/document.xml", ""))))
				.as("with macros").isEmpty();
		assertThat(FileContent.kind(zip(Map.of("evil.exe", "MZ")))).isEmpty();
	}

	@Test
	void openDocumentsPicturesAndTextsAreKnown() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var archive = new ZipOutputStream(out)) {
			var type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
			var entry = new ZipEntry("mimetype");
			entry.setMethod(ZipEntry.STORED);
			entry.setSize(type.length);
			var sum = new java.util.zip.CRC32();
			sum.update(type);
			entry.setCrc(sum.getValue());
			archive.putNextEntry(entry);
			archive.write(type);
		}
		assertThat(FileContent.kind(out.toByteArray())).contains(Kind.ODT);
		assertThat(FileContent.kind(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 }))
				.contains(Kind.PNG);
		assertThat(FileContent.kind(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16 }))
				.contains(Kind.JPEG);
		assertThat(FileContent.kind("שלום, my essay\n".getBytes(StandardCharsets.UTF_8))).contains(Kind.TEXT);
		assertThat(FileContent.kind("caf\u00e9 in another encoding".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
	}

	@Property
	void aNameDoesNoHarmWhateverItWas(@ForAll String given) {
		String name = FileContent.name(given, Kind.PDF);
		assertThat(name).endsWith(".pdf").hasSizeBetween(5, 200).doesNotContain("/", "\\", "\"", "..", "\n", "\r", "\0")
				.doesNotContainPattern("[\\p{Cc}\\p{Cf}]").doesNotStartWith(".");
		assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(90);
		assertThat(FileAnswer.read(new FileAnswer(new java.util.UUID(0, 0), name).written())).isPresent();
	}

	@Property
	void anythingAtAllIsJudgedWithoutAFault(@ForAll byte[] content) {
		FileContent.kind(content);
	}

	private static byte[] zip(Map<String, String> entries) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var archive = new ZipOutputStream(out)) {
			for (var entry : new TreeMap<>(entries).entrySet()) {
				archive.putNextEntry(new ZipEntry(entry.getKey()));
				archive.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}
}
