package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import org.cohort.eligibility.DecisionTable;
import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Outcome;
import org.cohort.eligibility.TableRefused;
import org.cohort.process.bpmn.ProcessFiles;
import org.cohort.process.engine.EngineAlone;
import org.junit.jupiter.api.Test;

/** Trials of decision tables on the real engine. */
class DecisionTableIT {

	private static final EngineAlone ENGINE = EngineAlone.running();

	private static final int POOL = 1000;

	private final EngineTables tables = new EngineTables(new EngineCommands(ENGINE.client(), settings(),
			new EngineState(Clock.systemUTC())));

	@Test
	void aWholePoolIsEvaluatedInOrderAndTheTableIsGoneAfterwards() throws IOException {
		List<Map<String, Object>> pool = new ArrayList<>();
		for (int place = 0; place < POOL; place++) {
			pool.add(facts(place % 3));
		}
		List<List<Finding>> found = new ArrayList<>();
		long start = System.nanoTime();
		tables.evaluate(DecisionTable.of(shipped()), pool, (place, findings) -> {
			assertThat(place).isEqualTo(found.size());
			found.add(findings);
		});
		System.out.printf("Evaluated a pool of %d in %d ms%n", POOL, Duration.ofNanos(System.nanoTime() - start).toMillis());
		assertThat(found).hasSize(POOL);
		assertThat(found.get(0)).containsExactly(new Finding(Outcome.NOT_ELIGIBLE, "too-few-years", "rule-too-few-years"));
		assertThat(found.get(1))
			.containsExactly(new Finding(Outcome.BORDERLINE, "almost-enough-years", "rule-almost-enough-years"));
		assertThat(found.get(2)).isEmpty();
	}

	@Test
	void aTrialLeavesTheTableOfTheProcessesAsItIs() throws IOException {
		DecisionTable harsh = DecisionTable.of(shipped().replace("&lt; borderlineYears", "&gt;= borderlineYears"));
		tables.evaluate(harsh, List.of(facts(5)), (place, findings) -> assertThat(findings).isNotEmpty());
		assertThat(ENGINE.client().newEvaluateDecisionCommand().decisionId(DecisionTable.ID).variables(facts(5)).send().join()
			.getDecisionOutput()).as("nothing speaks against it").isEqualTo("null");
	}

	@Test
	void anExpressionThatIsNoFeelIsRefusedInWords() throws IOException {
		DecisionTable broken = DecisionTable.of(shipped().replace("&lt; borderlineYears", "&lt;&lt; borderlineYears ]"));
		assertThatThrownBy(() -> tables.evaluate(broken, List.of(facts(5)), (place, findings) -> {
		})).isInstanceOf(TableRefused.class).hasMessageContaining("FEEL");
	}

	/** So processes that begin afterwards are bound to the other table, and those that run keep theirs. */
	@Test
	void anotherTableBringsANewVersionOfTheProcessThatIsBoundToIt() throws IOException {
		long shipped = screeningOf(deploy(shipped()));
		try {
			assertThat(screeningOf(deploy(shipped().replace("Almost enough experience", "Nearly enough experience"))))
				.isNotEqualTo(shipped);
		}
		finally {
			deploy(shipped());
		}
	}

	private static DeploymentEvent deploy(String table) throws IOException {
		DeployResourceCommandStep2 command = ENGINE.client().newDeployResourceCommand()
			.addResourceStringUtf8(table, "eligibility.dmn");
		for (Path file : ProcessFiles.deployed()) {
			if (!file.endsWith("eligibility.dmn")) {
				command = command.addResourceBytes(Files.readAllBytes(file), file.getFileName().toString());
			}
		}
		return command.send().join();
	}

	private static long screeningOf(DeploymentEvent deployment) {
		return deployment.getProcesses().stream().filter(process -> process.getBpmnProcessId().equals("screening"))
			.findFirst().orElseThrow().getProcessDefinitionKey();
	}

	private static Map<String, Object> facts(int years) {
		Map<String, Object> facts = new HashMap<>(Map.of("years", years, "contributions", 20, "hoursPerWeek", 10,
				"conductAccepted", true, "consentsGiven", true, "participatedBefore", false));
		facts.putAll(Map.of("requiredYears", 2, "borderlineYears", 1, "requiredContributions", 3, "requiredHours", 8));
		return facts;
	}

	private static String shipped() throws IOException {
		return Files.readString(Path.of("bpmn/eligibility.dmn"));
	}

	private static EngineSettings settings() {
		return new EngineSettings(true, URI.create("http://the-engine-of-the-test"), null, null, null, null, null, null,
				Duration.ofMinutes(2));
	}
}
