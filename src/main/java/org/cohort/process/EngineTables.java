package org.cohort.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

import io.camunda.client.api.response.Decision;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import org.cohort.eligibility.DecisionTable;
import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Outcome;
import org.cohort.eligibility.TableEvaluation;
import org.cohort.eligibility.TableRefused;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluates a table under a name that no process knows, and takes it away again. Several are asked for at a time, few
 * enough that running processes are hardly held up.
 */
@Component
class EngineTables implements TableEvaluation {

	private static final int AT_A_TIME = 8;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final EngineCommands commands;

	EngineTables(EngineCommands commands) {
		this.commands = commands;
	}

	@Override
	public void evaluate(DecisionTable table, List<Map<String, Object>> inputs,
			BiConsumer<Integer, List<Finding>> each) {
		Decision decision = deploy(table);
		try (ExecutorService some = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofPlatform().daemon().factory())) {
			List<Future<List<Finding>>> answers = new ArrayList<>();
			inputs.forEach(input -> answers.add(some.submit(() -> ask(decision, input))));
			try {
				for (int place = 0; place < answers.size(); place++) {
					each.accept(place, answers.get(place).get());
				}
			}
			catch (ExecutionException failed) {
				if (failed.getCause() instanceof RuntimeException known) {
					throw known;
				}
				throw new IllegalStateException(failed.getCause());
			}
			catch (InterruptedException stopping) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Stopped while trying a decision table", stopping);
			}
			finally {
				some.shutdownNow();
			}
		}
		finally {
			commands.send("the end of a trial", PATIENCE,
					engine -> engine.newDeleteResourceCommand(decision.getDecisionRequirementsKey()).send());
		}
	}

	private Decision deploy(DecisionTable table) {
		String id = "eligibility-trial-" + UUID.randomUUID();
		try {
			DeploymentEvent deployed = commands.ask("a decision table to try", PATIENCE, engine -> engine
				.newDeployResourceCommand()
				.addResourceBytes(table.named(id).getBytes(StandardCharsets.UTF_8), id + ".dmn").send());
			return deployed.getDecisions().getFirst();
		}
		catch (EngineUnavailable away) {
			throw away;
		}
		catch (IllegalStateException refused) {
			throw new TableRefused(List.of(String.valueOf(refused.getMessage())));
		}
	}

	private List<Finding> ask(Decision decision, Map<String, Object> input) {
		EvaluateDecisionResponse answer = commands.ask("a decision", PATIENCE, engine -> engine
			.newEvaluateDecisionCommand().decisionKey(decision.getDecisionKey()).variables(input).send());
		if (answer.getFailureMessage() != null && !answer.getFailureMessage().isBlank()) {
			throw new TableRefused(List.of(answer.getFailureMessage()));
		}
		List<Finding> findings = new ArrayList<>();
		JsonNode output = JsonMapper.shared().readTree(answer.getDecisionOutput());
		for (JsonNode rule : output) {
			findings.add(new Finding(Outcome.of(rule.path("outcome").asString()), rule.path("reason").asString(),
					rule.path("rule").asString()));
		}
		return findings;
	}
}
