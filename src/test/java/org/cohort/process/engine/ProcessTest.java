package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cohort.process.bpmn.ProcessFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The base of the process tests: scenarios on the engine alone, with workers that answer for them. */
@ExtendWith(EveryPathTaken.class)
abstract class ProcessTest {

	private static final Map<String, Scenario> SCENARIOS = new ConcurrentHashMap<>();

	private final List<Scenario> mine = new ArrayList<>();

	static {
		// One set of workers for all tests: which scenario a job belongs to is told by its ids.
		ProcessFiles.jobTypes().forEach(type -> EngineAlone.running().client().newWorker()
			.jobType(type)
			.handler(ProcessTest::work)
			.timeout(Duration.ofDays(3650))
			.maxJobsActive(100)
			.streamEnabled(true)
			.open());
	}

	private static void work(JobClient client, ActivatedJob job) {
		Map<String, Object> variables = job.getVariablesAsMap();
		Stream.of("applicationId", "roundId", "participationId")
			.map(variables::get)
			.filter(Objects::nonNull)
			.map(SCENARIOS::get)
			.filter(Objects::nonNull)
			.findFirst()
			.ifPresent(scenario -> complete(client, job, scenario.answer(job)));
	}

	private static void complete(JobClient client, ActivatedJob job, Map<String, Object> answer) {
		try {
			client.newCompleteCommand(job).variables(answer).send().join();
		}
		catch (ClientStatusException refused) {
			// What the job was for may have ended meanwhile: somebody left, a deadline passed.
			if (refused.getStatusCode() != Status.Code.NOT_FOUND) {
				throw refused;
			}
		}
	}

	final Scenario scenario(String process) {
		Scenario scenario = new Scenario(EngineAlone.running(), process);
		SCENARIOS.put(scenario.id(), scenario);
		mine.add(scenario);
		return scenario;
	}

	@AfterEach
	final void countWhatWasTakenWithoutAnyIncident() {
		mine.forEach(scenario -> {
			SCENARIOS.remove(scenario.id());
			EveryPathTaken.by(getClass(), scenario);
			assertThat(scenario.incidents()).isEmpty();
		});
	}
}
