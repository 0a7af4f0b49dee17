package org.cohort.process.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cohort.process.engine.Records.OpenTask;

/**
 * One case on its way through a process and those it calls: says what happens to it, and tells where it stands. Workers
 * answer as {@link UsualAnswers} unless told otherwise. All its ids are the same one, by which its jobs are found.
 */
final class Scenario {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final EngineAlone engine;

	private final String process;

	private final String id = UUID.randomUUID().toString();

	private final Map<String, Deque<Function<ActivatedJob, Map<String, Object>>>> answers = new ConcurrentHashMap<>();

	private final List<ActivatedJob> jobs = Collections.synchronizedList(new ArrayList<>());

	Scenario(EngineAlone engine, String process) {
		this.engine = engine;
		this.process = process;
	}

	String id() {
		return id;
	}

	/** What workers of this type answer, one after the other; the last answer is kept. */
	@SafeVarargs
	final Scenario answering(String jobType, Map<String, Object>... inTurn) {
		Deque<Function<ActivatedJob, Map<String, Object>>> turns = new ArrayDeque<>();
		Arrays.stream(inTurn).forEach(answer -> turns.add(job -> answer));
		answers.put(jobType, turns);
		return this;
	}

	Map<String, Object> answer(ActivatedJob job) {
		jobs.add(job);
		Deque<Function<ActivatedJob, Map<String, Object>>> turns = answers.get(job.getType());
		if (turns == null) {
			return new UsualAnswers(engine.now()).to(job);
		}
		synchronized (turns) {
			return (turns.size() > 1 ? turns.remove() : turns.element()).apply(job);
		}
	}

	/** A moment in some days, as workers give deadlines. */
	String in(int days) {
		return engine.now().plus(Duration.ofDays(days)).toString();
	}

	/** Begins as the process does: with the message that something has happened. */
	Scenario beginsWith(String message) {
		engine.client().newPublishMessageCommand().messageName(message).correlationKey(id)
			.messageId(message + ":" + id).variables((Object) ids()).send().join();
		return awaitBegun();
	}

	/** Begins as when another process calls it. */
	Scenario isCalledWith(Map<String, Object> more) {
		Map<String, Object> variables = new HashMap<>(ids());
		variables.put("publicUrl", UsualAnswers.PUBLIC_URL);
		variables.putAll(more);
		engine.client().newCreateInstanceCommand().bpmnProcessId(process).latestVersion()
			.variables((Object) variables).send().join();
		return awaitBegun();
	}

	private Map<String, Object> ids() {
		return Map.of("applicationId", id, "roundId", id, "participationId", id, "programmeId", id, "code", "K7QM-2X");
	}

	private Scenario awaitBegun() {
		await(() -> !instances().isEmpty(), "to begin");
		return this;
	}

	Scenario says(String message, Map<String, Object> variables) {
		return says(message, id, variables);
	}

	Scenario says(String message, String key, Map<String, Object> variables) {
		engine.client().newPublishMessageCommand().messageName(message).correlationKey(key)
			.messageId(message + ":" + key + ":" + UUID.randomUUID()).timeToLive(Duration.ofDays(30))
			.variables((Object) variables).send().join();
		return this;
	}

	/** Waits until it stands there. */
	Scenario waitsAt(String... elements) {
		for (String element : elements) {
			await(() -> engine.records().standing(instances()).anyMatch(step -> step.elementId().equals(element)),
					"to wait at «" + element + "»");
		}
		return this;
	}

	Scenario passed(String element, int times) {
		await(() -> engine.records().steps().stream()
			.filter(step -> step.intent().equals("ELEMENT_COMPLETED") && step.elementId().equals(element))
			.filter(step -> instances().contains(step.processInstanceKey()))
			.count() >= times, "to pass «" + element + "» " + times + " times");
		return this;
	}

	/** Somebody completes the task in Tasklist. */
	Scenario completes(String task, Map<String, Object> form) {
		OpenTask open = task(task);
		engine.client().newCompleteUserTaskCommand(open.key()).variables(form).send().join();
		await(() -> tasks(task).noneMatch(left -> left.key() == open.key()), "to have «" + task + "» completed");
		return this;
	}

	OpenTask task(String task) {
		await(() -> tasks(task).findAny().isPresent(), "to have a task «" + task + "»");
		return tasks(task).findFirst().orElseThrow();
	}

	/** Waits until so many people have the task. */
	Scenario waitsFor(int people, String task) {
		await(() -> tasks(task).count() == people, "to have %d tasks «%s»".formatted(people, task));
		return this;
	}

	Stream<OpenTask> tasks(String task) {
		return engine.records().openTasks(instances()).filter(open -> open.elementId().equals(task));
	}

	Scenario afterDays(int days) {
		engine.pass(Duration.ofDays(days).plusSeconds(1));
		return this;
	}

	/** Waits for the end, and checks that it is the one expected and that nothing went wrong on the way. */
	void endsAt(String endEvent) {
		await(() -> engine.records().steps().stream().anyMatch(step -> step.intent().equals("ELEMENT_COMPLETED")
				&& step.type().equals("PROCESS") && step.processId().equals(process)
				&& instances().contains(step.processInstanceKey())), "to end");
		if (engine.records().steps().stream().noneMatch(step -> step.intent().equals("ELEMENT_COMPLETED")
				&& step.elementId().equals(endEvent) && instances().contains(step.processInstanceKey()))) {
			throw new AssertionError("Ended elsewhere than at «%s»; %s".formatted(endEvent, state()));
		}
		await(() -> engine.records().standing(instances()).findAny().isEmpty(), "to leave nothing standing");
		if (!incidents().isEmpty()) {
			throw new AssertionError(state());
		}
	}

	/** The mails asked for so far, in order: template, and what tells repetitions apart. */
	List<String> mails() {
		return done("send-mail").stream().map(job -> {
			String detail = job.getCustomHeaders().get("detail");
			return job.getCustomHeaders().get("template") + (detail == null ? "" : Arrays.stream(detail.split(","))
				.map(name -> " " + job.getVariable(name))
				.collect(Collectors.joining()));
		}).toList();
	}

	List<ActivatedJob> done(String jobType) {
		synchronized (jobs) {
			return jobs.stream().filter(job -> job.getType().equals(jobType)).toList();
		}
	}

	/** Waits until workers have been asked so often. */
	Scenario hasAsked(String jobType, int times) {
		await(() -> done(jobType).size() >= times, "to ask for «" + jobType + "» " + times + " times");
		return this;
	}

	Scenario hasMailed(String mail) {
		await(() -> mails().contains(mail), "to mail «" + mail + "»");
		return this;
	}

	Set<Long> instances() {
		return engine.records().instancesWith(id);
	}

	List<Records.Incident> incidents() {
		return engine.records().incidents().stream()
			.filter(incident -> instances().contains(incident.processInstanceKey())).toList();
	}

	Instant now() {
		return engine.now();
	}

	Map<String, Set<String>> visited() {
		return engine.records().visited(instances());
	}

	private void await(BooleanSupplier so, String what) {
		engine.records().await(() -> so.getAsBoolean() || !incidents().isEmpty(), PATIENCE,
				() -> "Expected %s %s; %s".formatted(process, what, state()));
		if (!incidents().isEmpty() && !so.getAsBoolean()) {
			throw new AssertionError("Expected %s %s; %s".formatted(process, what, state()));
		}
	}

	private String state() {
		return "it stands at %s, mailed %s, incidents %s".formatted(
				engine.records().standing(instances()).map(step -> step.processId() + "/" + step.elementId()).toList(),
				mails(), incidents());
	}
}
