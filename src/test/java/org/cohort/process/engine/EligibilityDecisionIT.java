package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.camunda.client.api.response.MatchedDecisionRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cohort.process.bpmn.ProcessFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The decision table, asked by the engine: required are 2 years (1 is borderline), 3 contributions, 8 hours a week. */
class EligibilityDecisionIT {

	private static final Set<String> MATCHED = new TreeSet<>();

	@ParameterizedTest
	@CsvSource(nullValues = "missing", textBlock = """
			2,       3,       8,       true,    ''
			40,      5000,    168,     true,    ''
			1.99,    3,       8,       true,    borderline almost-enough-years
			1,       3,       8,       true,    borderline almost-enough-years
			0.99,    3,       8,       true,    not-eligible too-few-years
			0,       3,       8,       true,    not-eligible too-few-years
			2,       2,       8,       true,    not-eligible too-few-contributions
			2,       3,       7.5,     true,    not-eligible too-few-hours
			2,       3,       8,       false,   not-eligible conduct-not-accepted
			1,       0,       8,       true,    borderline almost-enough-years; not-eligible too-few-contributions
			0,       0,       0,       false,   not-eligible too-few-years; not-eligible too-few-contributions; not-eligible too-few-hours; not-eligible conduct-not-accepted
			missing, 3,       8,       true,    borderline facts-incomplete
			2,       missing, 8,       true,    borderline facts-incomplete
			2,       3,       missing, true,    borderline facts-incomplete
			2,       3,       8,       missing, borderline facts-incomplete
			""")
	void findsWhatSpeaksAgainstAnApplication(@Nullable Double years, @Nullable Double contributions,
			@Nullable Double hours, @Nullable Boolean conduct, String findings) {
		Map<String, Object> facts = new HashMap<>(UsualAnswers.facts(0, 0, 0, true));
		facts.put("years", years);
		facts.put("contributions", contributions);
		facts.put("hoursPerWeek", hours);
		facts.put("conductAccepted", conduct);
		assertThat(found(facts)).containsExactlyInAnyOrderElementsOf(
				findings.isEmpty() ? List.of() : List.of(findings.split("; ")));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "missing", textBlock = """
			true,    false,   ''
			false,   false,   not-eligible consent-missing
			true,    true,    borderline participated-before
			missing, false,   borderline facts-incomplete
			true,    missing, borderline facts-incomplete
			""")
	void looksAtConsentsAndEarlierParticipation(@Nullable Boolean consents, @Nullable Boolean participated,
			String findings) {
		Map<String, Object> facts = new HashMap<>(UsualAnswers.facts(5, 20, 10, true));
		facts.put("consentsGiven", consents);
		facts.put("participatedBefore", participated);
		assertThat(found(facts)).containsExactlyElementsOf(findings.isEmpty() ? List.of() : List.of(findings));
	}

	/** The task in the process is given the outputs only, so each rule has to name itself among them. */
	private static List<String> found(Map<String, Object> facts) {
		EvaluateDecisionResponse answer = EngineAlone.running().client().newEvaluateDecisionCommand()
			.decisionId("eligibility").variables(facts).send().join();
		List<String> rules = answer.getEvaluatedDecisions().stream()
			.flatMap(decision -> decision.getMatchedRules().stream()).map(MatchedDecisionRule::getRuleId).toList();
		MATCHED.addAll(rules);
		JsonNode output = JsonMapper.shared().readTree(answer.getDecisionOutput());
		assertThat(output.valueStream().map(finding -> finding.path("rule").asString()).toList()).isEqualTo(rules);
		return found(output);
	}

	private static List<String> found(JsonNode output) {
		return output.valueStream()
			.map(finding -> finding.path("outcome").asString() + " " + finding.path("reason").asString())
			.toList();
	}

	@AfterAll
	static void everyRuleApplied() {
		assertThat(MATCHED).isEqualTo(ProcessFiles.rulesOf("eligibility"));
	}
}
