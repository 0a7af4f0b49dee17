package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VerifierTests {

	private static String document;

	@BeforeAll
	static void storeAProposal() {
		Pool pool = PoolFixture.large(60, 1);
		Policy policy = PoolFixture.largePolicy(8);
		Solution solution = PoolFixture.solve(pool, policy);
		document = Proposal.of(pool, policy, solution,
				new Optimiser().lottery(pool, policy, solution, PoolFixture.RUN)).toJson();
	}

	@Test
	void aStoredProposalHoldsAndReadsBackAsItWas() {
		assertThat(new Verifier().verify(document).checks()).allMatch(Verifier.Check::holds).hasSizeGreaterThan(15);
		assertThat(Proposal.fromJson(document).toJson()).isEqualTo(document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "objective", "bound", "diversity", "entrofy", "overshoot", "meanMerit", "precision", "best" })
	void aFigureThatWasChangedIsNoticed(String figure) {
		broken(tree -> ((ObjectNode) tree.get("solution")).put(figure,
				tree.get("solution").get(figure).doubleValue() * 0.9 - 0.001));
	}

	@Test
	void aMemberWhoWasExchangedIsNoticed() {
		broken(tree -> {
			ArrayNode selected = (ArrayNode) tree.get("solution").get("selected");
			selected.set(0, stranger(tree));
		});
	}

	@Test
	void aMemberWhoWasExchangedIsNoticedEvenWhenAllFiguresWereRewritten() {
		Proposal honest = Proposal.fromJson(document);
		List<String> cohort = new ArrayList<>(honest.solution().selected());
		String out = cohort.removeFirst();
		cohort.add(honest.pool().candidates().stream().map(Candidate::id)
				.filter(id -> !honest.solution().selected().contains(id)).findFirst().orElseThrow());
		Solution forged = new Optimiser().appraise(honest.pool(), honest.policy(), cohort);
		Solution claimed = new Solution(forged.selected(), forged.objective(), forged.objective(), forged.objective(),
				true, forged.precision(), forged.diversity(), forged.entrofy(), forged.overshoot(), forged.meanMerit(),
				true, forged.counts(), List.of(), "forged", forged.took());

		assertThat(out).isNotIn(cohort);
		assertThat(new Verifier()
				.verify(Proposal.of(honest.pool(), honest.policy(), claimed, null).toJson()).holds()).isFalse();
	}

	@Test
	void aPoolPolicyOrSeedThatWasChangedIsNoticed() {
		broken(tree -> ((ObjectNode) tree.get("pool").get("candidates").get(0)).put("merit", 100));
		broken(tree -> ((ObjectNode) tree.get("policy")).put("seats", 7));
		broken(tree -> ((ObjectNode) tree.get("policy")).put("seed", "chosen afterwards"));
		broken(tree -> tree.put("inputHash", "0".repeat(64)));
	}

	@Test
	void aLotteryThatWasChangedIsNoticed() {
		broken(tree -> ((ObjectNode) tree.get("lottery")).put("drawn", (tree.get("lottery").get("drawn").intValue()
				+ 1) % 1000));
		broken(tree -> ((ObjectNode) tree.get("lottery")).put("minimum", 0.5));
		broken(tree -> ((ObjectNode) tree.get("lottery")).put("gini", 0.99));
		broken(tree -> ((ArrayNode) tree.get("lottery").get("panels").get(5)).set(0, stranger(tree)));
		broken(tree -> {
			ObjectNode chances = (ObjectNode) tree.get("lottery").get("probabilities");
			String somebody = chances.propertyNames().iterator().next();
			chances.put(somebody, chances.get(somebody).doubleValue() / 2 + 0.1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "no json", "{\"format\":1}", "null" })
	void whatIsNoProposalDoesNotHoldAndDoesNotFail(String text) {
		assertThat(new Verifier().verify(text).holds()).isFalse();
	}

	private static String stranger(ObjectNode tree) {
		List<String> selected = Proposal.fromJson(document).solution().selected();
		for (var candidate : tree.get("pool").get("candidates")) {
			if (!selected.contains(candidate.get("id").stringValue())) {
				return candidate.get("id").stringValue();
			}
		}
		throw new AssertionError("Everybody is chosen");
	}

	private static void broken(Consumer<ObjectNode> change) {
		ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(document);
		change.accept(tree);
		assertThat(new Verifier().verify(tree.toString()).holds()).isFalse();
	}
}
