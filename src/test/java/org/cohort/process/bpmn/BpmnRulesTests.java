package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BpmnRulesTests {

	static List<Rule> rules() {
		return Stream.of(NameRules.ALL, FlowRules.ALL, EngineRules.ALL, LayoutRules.ALL).flatMap(List::stream).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void everyDiagramKeepsTo(Rule rule) {
		assertThat(ProcessFiles.diagrams().stream().flatMap(rule.broken())).as("Not so: %s", rule).isEmpty();
	}

	@Test
	void thereAreDiagramsToCheck() {
		assertThat(ProcessFiles.diagrams()).extracting(Diagram::name)
			.contains("application", "screening", "review", "round", "participation", "programme-reports", "follow-up");
	}

	/** A rule that cannot be broken proves nothing: each is broken here in a diagram that is otherwise right. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("sabotage")
	void aRuleFindsWhatBreaksIt(String rule, String name, String right, String wrong) {
		Diagram diagram = ProcessFiles.diagram(name);
		assertThat(diagram.source()).contains(right);
		Diagram broken = Diagram.of(name, diagram.source().replace(right, wrong));
		assertThat(named(rule).broken().apply(diagram)).isEmpty();
		assertThat(named(rule).broken().apply(broken)).isNotEmpty();
	}

	@Test
	void everyRuleIsShownToFindSomething() {
		assertThat(sabotage().map(broken -> broken.get()[0]))
			.containsExactlyInAnyOrderElementsOf(rules().stream().map(rule -> (Object) rule.name()).toList());
	}

	private static Rule named(String name) {
		return rules().stream().filter(rule -> rule.name().equals(name)).findFirst()
			.orElseThrow(() -> new AssertionError("There is no rule «%s»".formatted(name)));
	}

	static Stream<Arguments> sabotage() {
		return """
				ids are in kebab-case and told apart | offer | id="make-offer" | id="makeOffer"
				the process is called as the file, can run, and says what it is for | offer | isExecutable="true" | isExecutable="false"
				a task is named by a verb and its object | offer | name="Make offer" | name="Offer"
				an event is named by what has happened | offer | name="Offer closed" | name="Close offer"
				a gateway that chooses asks a question, other gateways are silent | offer | id="answered" | id="answered" name="Answered?"
				every flow that is chosen is labelled, no other | offer | sourceRef="make-offer" | name="next" sourceRef="make-offer"
				only gateways split | offer | sourceRef="mail-offer" | sourceRef="make-offer"
				only gateways join | offer | targetRef="answered" | targetRef="close-offer"
				a gateway splits or joins, and never both or neither | offer | sourceRef="await-answer" targetRef="answered" | sourceRef="await-answer" targetRef="close-offer"
				everything can be reached from a start | offer | sourceRef="make-offer" targetRef="mail-offer" | sourceRef="make-offer" targetRef="make-offer"
				everything leads on, or is an end | offer | sourceRef="close-offer" | sourceRef="answered"
				every scope has one start | offer | bpmn:startEvent | bpmn:intermediateCatchEvent
				an exclusive gateway knows when to take each flow | screening | default="is-borderline-to-decided" |
				flows know their ends and the ends know them | offer | <bpmn:incoming>make-offer-to-mail-offer</bpmn:incoming> |
				only elements that we use | offer | bpmn:startEvent | bpmn:intermediateThrowEvent
				a task for a worker has a type and may be tried again | offer | type="make-offer" | type="=make-offer"
				a user task is Camunda's, with a form, for somebody | screening | <zeebe:userTask /> |
				a user task lets through no more than one choice | screening | target="borderlineDecision" | target="comment"
				a message has a name and finds its process by an id | offer | correlationKey="=applicationId" | correlationKey=""
				called processes and decisions exist and came with the diagram | application | processId="screening" | processId="sifting"
				a called process gets and returns what is listed | application | propagateAllChildVariables="false" | propagateAllChildVariables="true"
				a timer waits for a moment that the settings gave | offer | =offerExpiresAt | P7D
				a condition compares in a way that a missing value cannot break | screening | =outcome = "borderline" | =outcome > "borderline"
				several at once come from a list | follow-up | inputElement="followUp" | inputElement=""
				made for 8.6.0 | offer | executionPlatformVersion="8.6.0" | executionPlatformVersion="8.7.0"
				everything is drawn | offer | bpmnElement="make-offer" | bpmnElement="mail-offer"
				what has a name beside it has a place for the name | offer | bpmndi:BPMNLabel | bpmndi:Nothing
				shapes keep apart | offer | x="400" y="120" width="100" | x="340" y="120" width="100"
				names keep apart from each other and from shapes | offer | x="104" y="184" width="92" | x="104" y="184" width="180"
				flows go straight, and around shapes and names | offer | <di:waypoint x="400" y="160" /> | <di:waypoint x="400" y="170" />
				flows do not cross | review | y="161" | y="110"
				a scope holds what is in it | review | x="722" y="272" width="36" | x="645" y="272" width="36"
				one reads from left to right, but for loops | offer | x="400" y="120" width="100" | x="40" y="120" width="30"
				""".lines()
			.map(line -> line.split(" \\|", -1))
			.map(parts -> Arguments.of(parts[0], parts[1].strip(), parts[2].strip(), parts[3].strip()));
	}
}
