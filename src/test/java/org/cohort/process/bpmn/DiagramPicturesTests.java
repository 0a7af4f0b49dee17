package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in {@code docs/processes/} show the diagrams as they are. */
class DiagramPicturesTests {

	private static final Path FOLDER = Path.of("docs/processes");

	private static final String DRAW = "mvn test -Dtest=DiagramPicturesTests -Dcohort.draw=true";

	static List<Diagram> diagrams() {
		return ProcessFiles.diagrams();
	}

	/** With {@code -Dcohort.draw=true} the pictures are drawn before they are looked at. */
	@BeforeAll
	static void drawWhatChangedIfAsked() throws IOException {
		if (!Boolean.getBoolean("cohort.draw")) {
			return;
		}
		Files.createDirectories(FOLDER);
		try (DiagramPainter painter = DiagramPainter.open()) {
			for (Diagram diagram : diagrams()) {
				if (!isShown(diagram)) {
					Files.writeString(picture(diagram), mark(diagram) + "\n" + painter.paint(diagram));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void everyPictureShowsItsDiagramAsItIsNow(Diagram diagram) throws IOException {
		assertThat(isShown(diagram))
			.as("%s is missing or older than its diagram; draw it with: %s", picture(diagram), DRAW)
			.isTrue();
	}

	@Test
	void noPictureIsLeftOfADiagramThatIsGone() {
		assertThat(ProcessFiles.files(FOLDER, ".svg")).extracting(ProcessFiles::nameOf)
			.isSubsetOf(diagrams().stream().map(Diagram::name).toList());
	}

	@Test
	void everyPictureIsInTheOverview() {
		String overview = ProcessFiles.read(FOLDER.resolve("README.md"));
		assertThat(diagrams()).allSatisfy(diagram -> assertThat(overview).contains("(" + diagram.name() + ".svg)"));
	}

	private static boolean isShown(Diagram diagram) throws IOException {
		Path picture = picture(diagram);
		return Files.exists(picture) && Files.readString(picture).startsWith(mark(diagram));
	}

	private static Path picture(Diagram diagram) {
		return FOLDER.resolve(diagram.name() + ".svg");
	}

	private static String mark(Diagram diagram) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(diagram.source().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
			return "<!-- drawn from %s.bpmn, sha256 %s -->".formatted(diagram.name(), HexFormat.of().formatHex(hash));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
