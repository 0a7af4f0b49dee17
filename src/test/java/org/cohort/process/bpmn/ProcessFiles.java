package org.cohort.process.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in {@code bpmn/}, as they lie in the source. */
public final class ProcessFiles {

	public static final Path FOLDER = Path.of("bpmn");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private ProcessFiles() {
	}

	static List<Diagram> diagrams() {
		return files(FOLDER, ".bpmn").stream().map(file -> Diagram.of(nameOf(file), read(file))).toList();
	}

	static Diagram diagram(String name) {
		return Diagram.of(name, read(FOLDER.resolve(name + ".bpmn")));
	}

	static List<Path> forms() {
		return files(FOLDER.resolve("forms"), ".form");
	}

	static List<Path> decisions() {
		return files(FOLDER, ".dmn");
	}

	static List<Path> elementTemplates() {
		return files(FOLDER.resolve("element-templates"), ".json");
	}

	/** What is brought to the engine. */
	public static List<Path> deployed() {
		return Stream.of(files(FOLDER, ".bpmn"), decisions(), forms()).flatMap(List::stream).toList();
	}

	/** The ids of everything in a diagram that a token can stand on or run along. */
	public static Set<String> pathsOf(String process) {
		Diagram diagram = diagram(process);
		return Stream.of(diagram.flowNodes(), diagram.flows()).flatMap(List::stream)
			.map(Diagram::id)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The ids of the rules of a decision table. */
	public static Set<String> rulesOf(String decision) {
		return Xml.all(Xml.parse(read(FOLDER.resolve(decision + ".dmn"))), "rule").stream()
			.map(Diagram::id)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	public static Set<String> jobTypes() {
		return gathered(Diagram::jobTypes);
	}

	static Set<String> messages() {
		return gathered(Diagram::messages);
	}

	private static Set<String> gathered(Function<Diagram, Set<String>> names) {
		return diagrams().stream().map(names).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
	}

	static JsonNode json(Path file) {
		return JSON.readTree(read(file));
	}

	static String nameOf(Path file) {
		String name = file.getFileName().toString();
		return name.substring(0, name.lastIndexOf('.'));
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	static List<Path> files(Path folder, String ending) {
		try (var files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
