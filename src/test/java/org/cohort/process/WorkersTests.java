package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cohort.mail.Correspondence;
import org.cohort.process.bpmn.ProcessFiles;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the diagrams ask for is there, and nothing is there that no diagram asks for. */
@ApplicationTest
class WorkersTests {

	private static final Path SOURCE = Path.of("src/main/java/org/cohort/process");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates/mail");

	@Autowired
	WorkerRegistrar registrar;

	@Autowired
	List<Correspondence> correspondences;

	@Test
	void everyServiceTaskHasItsWorkerAndEveryWorkerItsTask() {
		assertThat(new TreeSet<>(registrar.works().keySet())).isEqualTo(new TreeSet<>(ProcessFiles.jobTypes()));
	}

	@Test
	void everyMessageThatADiagramWaitsForIsPublishedAndNoOther() throws IOException {
		Set<String> awaited = inDiagrams("<bpmn:message [^>]*name=\"([^\"]+)\"");
		Set<String> published = new TreeSet<>();
		for (Path file : files(SOURCE, "Messages.java")) {
			for (String statement : Files.readString(file).split("publish\\(")) {
				published.addAll(found("\"([a-z]+(?:-[a-z]+)+)\"\\s*[,:]", statement.split(";")[0].split("Map.of")[0]));
			}
		}
		assertThat(published).isEqualTo(awaited);
	}

	@Test
	void everyAudienceThatADiagramWritesToIsKnown() throws IOException {
		Set<String> known = correspondences.stream().map(Correspondence::audience).collect(Collectors.toSet());

		assertThat(known).containsAll(inDiagrams("key=\"audience\" value=\"([^\"]+)\""));
	}

	@Test
	void everyMailThatADiagramSendsHasItsTemplate() throws IOException {
		assertThat(inDiagrams("key=\"template\" value=\"([^\"]+)\"")).isNotEmpty()
			.allSatisfy(name -> assertThat(List.of(TEMPLATES.resolve(name + ".txt"), TEMPLATES.resolve("en/" + name + ".txt")))
				.anyMatch(Files::exists));
	}

	@Test
	void everyMailHasATextWithASubject() throws IOException {
		assertThat(files(TEMPLATES, ".txt")).isNotEmpty().allSatisfy(file -> {
			String text = Files.readString(file);
			assertThat(text).startsWith("Subject: ");
			assertThat(text).as("[[…]] would escape for HTML in a text").doesNotContain("[[");
		});
	}

	private static Set<String> inDiagrams(String pattern) throws IOException {
		Set<String> found = new TreeSet<>();
		for (Path file : files(ProcessFiles.FOLDER, ".bpmn")) {
			found.addAll(found(pattern, Files.readString(file)));
		}
		return found;
	}

	private static Set<String> found(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (var files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).toList();
		}
	}
}
