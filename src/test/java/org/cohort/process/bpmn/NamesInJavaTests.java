package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * The names that Java and the diagrams share: job types, messages, variables, headers, mails. Read from the sources of
 * {@code org.cohort.process}, where each stands as a word in quotes, beside the call that uses it.
 */
class NamesInJavaTests {

	private static final Path WORKERS = Path.of("src/main/java/org/cohort/process");

	private static final Path MAILS = Path.of("src/main/resources/templates/mail");

	/** What every start message or caller brings along. */
	private static final Set<String> BROUGHT = Set.of("applicationId", "roundId", "programmeId", "participationId",
			"code", "decision", "turn", "accepted");

	@Test
	void everyJobTypeHasAWorkerAndEveryWorkerAJobType() {
		assertThat(inJava("@Works\\(\"([^\"]+)\"\\)")).containsExactlyInAnyOrderElementsOf(ProcessFiles.jobTypes());
	}

	@Test
	void everyMessageIsSentAndEveryMessageSentIsAwaited() {
		Set<String> sent = inJava("\\.publish\\(([^;]*);").stream()
			.flatMap(call -> Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"").matcher(call).results())
			.map(result -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(sent).containsExactlyElementsOf(ProcessFiles.messages());
	}

	@Test
	void everyVariableThatAWorkerReadsIsThere() {
		assertThat(new TreeSet<>(inJava(
				"job\\.(?:uuid|text|optionalText|number|decimal|flag|list|has)\\(\\s*\"([^\"]+)\"")))
			.isSubsetOf(union(BROUGHT, mapped(), written()));
	}

	/** A variable of an expression comes from a mapping, a list, a form, a message, or a worker that writes its name. */
	@Test
	void everyVariableThatADiagramReadsIsWritten() {
		assertThat(read()).isSubsetOf(union(BROUGHT, mapped(), written()));
	}

	@Test
	void everyHeaderThatAWorkerReadsIsGiven() {
		Set<String> given = ElementTemplatesTests.tasks().stream()
			.flatMap(task -> ElementTemplatesTests.headersOf(task).keySet().stream())
			.collect(Collectors.toSet());
		assertThat(new TreeSet<>(inJava("job\\.(?:header|optionalHeader)\\(\\s*\"([^\"]+)\"")))
			.containsExactlyInAnyOrderElementsOf(given);
	}

	@Test
	void everyMailThatADiagramSendsIsWritten() {
		assertThat(ElementTemplatesTests.tasks())
			.filteredOn(task -> ElementTemplatesTests.type(task).equals("send-mail"))
			.extracting(task -> ElementTemplatesTests.headersOf(task).get("template"))
			.allSatisfy(mail -> assertThat(List.of(MAILS.resolve(mail + ".txt"), MAILS.resolve("en/" + mail + ".txt")))
				.anyMatch(Files::exists));
	}

	private static List<String> inJava(String pattern) {
		Pattern call = Pattern.compile(pattern);
		return sources().flatMap(source -> call.matcher(source).results().map(result -> result.group(1))).toList();
	}

	/** Without comments, whose examples are not calls. */
	private static Stream<String> sources() {
		return ProcessFiles.files(WORKERS, ".java").stream()
			.map(ProcessFiles::read)
			.map(source -> source.replaceAll("(?s)/\\*.*?\\*/", ""));
	}

	/** Words in quotes that could be names of variables. */
	private static Set<String> written() {
		return new TreeSet<>(inJava("\"([a-z][A-Za-z]*)\""));
	}

	private static Set<String> mapped() {
		Set<String> names = new TreeSet<>();
		for (Diagram diagram : ProcessFiles.diagrams()) {
			attributes(diagram, names, "input", "target");
			attributes(diagram, names, "output", "target");
			attributes(diagram, names, "loopCharacteristics", "inputElement");
			attributes(diagram, names, "calledDecision", "resultVariable");
		}
		return names;
	}

	private static Set<String> read() {
		Set<String> expressions = new TreeSet<>();
		for (Diagram diagram : ProcessFiles.diagrams()) {
			attributes(diagram, expressions, "input", "source");
			attributes(diagram, expressions, "output", "source");
			attributes(diagram, expressions, "loopCharacteristics", "inputCollection");
			attributes(diagram, expressions, "subscription", "correlationKey");
			attributes(diagram, expressions, "assignmentDefinition", "candidateUsers");
			attributes(diagram, expressions, "taskSchedule", "dueDate");
			Stream.of("conditionExpression", "timeDate").flatMap(name -> diagram.all(name).stream())
				.map(Element::getTextContent).forEach(expressions::add);
		}
		Set<String> words = Set.of("null", "true", "false", "and", "or", "if", "then", "else");
		return expressions.stream()
			.flatMap(expression -> Pattern.compile("(?<![\\w\".-])[a-z][A-Za-z]*").matcher(
					expression.replaceAll("\"[^\"]*\"", "")).results().map(result -> result.group()))
			.filter(word -> !words.contains(word))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void attributes(Diagram diagram, Set<String> into, String element, String attribute) {
		diagram.all(element).stream().map(it -> it.getAttribute(attribute)).filter(it -> !it.isEmpty())
			.forEach(into::add);
	}

	private static Set<String> union(Collection<String> one, Collection<String> two, Collection<String> three) {
		return Stream.of(one, two, three).flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
	}
}
