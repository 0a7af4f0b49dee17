package org.cohort.process.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads along what {@link RecordWriter} writes, and knows what happened in the engine so far. */
public final class Records implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private final List<Step> steps = new ArrayList<>();

	private final Map<Long, Step> standing = new LinkedHashMap<>();

	private final Map<Long, OpenTask> openTasks = new LinkedHashMap<>();

	private final List<Variable> variables = new ArrayList<>();

	private final List<Incident> incidents = new ArrayList<>();

	private final Map<String, Set<Long>> instancesByValue = new HashMap<>();

	private final Thread reader;

	private Records(Path file) {
		this.file = file;
		this.reader = Thread.ofPlatform().daemon().name("engine records").unstarted(this::read);
	}

	public static Records follow(Path file) {
		Records records = new Records(file);
		records.reader.start();
		return records;
	}

	private void read() {
		try {
			while (!Files.exists(file)) {
				Thread.sleep(20);
			}
			try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
				StringBuilder line = new StringBuilder();
				while (true) {
					int next = lines.read();
					if (next == -1) {
						Thread.sleep(5);
					}
					else if (next == '\n') {
						take(JSON.readTree(line.toString()));
						line.setLength(0);
					}
					else {
						line.append((char) next);
					}
				}
			}
		}
		catch (InterruptedException closing) {
			Thread.currentThread().interrupt();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private synchronized void take(JsonNode record) {
		JsonNode value = record.path("value");
		long key = record.path("key").asLong();
		String intent = record.path("intent").asString();
		switch (record.path("valueType").asString()) {
			case "PROCESS_INSTANCE" -> step(key, intent, value);
			case "USER_TASK" -> userTask(key, intent, value);
			case "VARIABLE" -> variable(value);
			case "INCIDENT" -> {
				if (intent.equals("CREATED")) {
					incidents.add(new Incident(value.path("processInstanceKey").asLong(),
							value.path("bpmnProcessId").asString(), value.path("elementId").asString(),
							value.path("errorMessage").asString()));
				}
			}
			default -> {
			}
		}
		notifyAll();
	}

	private void step(long key, String intent, JsonNode value) {
		Step step = new Step(intent, value.path("processInstanceKey").asLong(), value.path("bpmnProcessId").asString(),
				value.path("elementId").asString(), value.path("bpmnElementType").asString());
		steps.add(step);
		switch (intent) {
			case "ELEMENT_ACTIVATED" -> standing.put(key, step);
			case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> standing.remove(key);
			default -> {
			}
		}
	}

	private void userTask(long key, String intent, JsonNode value) {
		switch (intent) {
			case "CREATED" -> openTasks.put(key, new OpenTask(key, value.path("processInstanceKey").asLong(),
					value.path("elementId").asString(), texts(value.path("candidateUsersList")),
					texts(value.path("candidateGroupsList")), value.path("dueDate").asString("")));
			case "COMPLETED", "CANCELED" -> openTasks.remove(key);
			default -> {
			}
		}
	}

	private void variable(JsonNode value) {
		Variable variable = new Variable(value.path("processInstanceKey").asLong(),
				value.path("bpmnProcessId").asString(), value.path("name").asString(), value.path("value").asString());
		variables.add(variable);
		instancesByValue.computeIfAbsent(variable.json(), any -> new HashSet<>())
			.add(variable.processInstanceKey());
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	/** Waits until something is so, and says what was waited for when it does not become so. */
	public synchronized void await(BooleanSupplier so, Duration patience, Supplier<String> what) {
		long end = System.nanoTime() + patience.toNanos();
		while (!so.getAsBoolean()) {
			long left = (end - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new AssertionError(what.get());
			}
			try {
				wait(left);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new AssertionError("Interrupted: " + what.get());
			}
		}
	}

	/** Every process instance that ever had a variable with this text as its value. */
	public synchronized Set<Long> instancesWith(String id) {
		return Set.copyOf(instancesByValue.getOrDefault("\"" + id + "\"", Set.of()));
	}

	synchronized List<Step> steps() {
		return List.copyOf(steps);
	}

	public synchronized Stream<Step> standing(Set<Long> instances) {
		return standing.values().stream().filter(step -> instances.contains(step.processInstanceKey())).toList().stream();
	}

	public synchronized Stream<OpenTask> openTasks(Set<Long> instances) {
		return openTasks.values().stream().filter(task -> instances.contains(task.processInstanceKey())).toList().stream();
	}

	public synchronized List<Incident> incidents() {
		return List.copyOf(incidents);
	}

	/** Every value of every variable that was ever written, in the order of writing. */
	public synchronized List<Variable> variables() {
		return List.copyOf(variables);
	}

	/** The ids of everything that was entered or, for flows, taken; by process. */
	synchronized Map<String, Set<String>> visited(Set<Long> instances) {
		return steps.stream()
			.filter(step -> instances.contains(step.processInstanceKey()))
			.filter(step -> Set.of("ELEMENT_ACTIVATED", "ELEMENT_COMPLETED", "SEQUENCE_FLOW_TAKEN").contains(step.intent()))
			.collect(Collectors.groupingBy(Step::processId, Collectors.mapping(Step::elementId, Collectors.toSet())));
	}

	@Override
	public void close() {
		reader.interrupt();
	}

	/** An element or flow of an instance, and what became of it there. */
	public record Step(String intent, long processInstanceKey, String processId, String elementId, String type) {
	}

	/** A user task that waits for somebody. */
	public record OpenTask(long key, long processInstanceKey, String elementId, List<String> candidateUsers,
			List<String> candidateGroups, String dueDate) {
	}

	/** @param json the value as the engine keeps it */
	public record Variable(long processInstanceKey, String processId, String name, String json) {
	}

	public record Incident(long processInstanceKey, String processId, String elementId, String message) {
	}
}
