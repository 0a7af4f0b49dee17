package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.cohort.application.Facts;
import org.junit.jupiter.api.Test;

class OutcomePolicyTests {

	@Provide
	Arbitrary<List<Finding>> findings() {
		return Combinators.combine(Arbitraries.of(Outcome.class), Arbitraries.of("too-few-years", "too-few-hours", "other"))
				.as(Finding::new).list().ofMaxSize(6);
	}

	@Test
	void nothingFoundMeansEligible() {
		assertThat(OutcomePolicy.outcome(List.of())).isEqualTo(Outcome.ELIGIBLE);
	}

	@Property(tries = 200)
	void theWorstFindingDecides(@ForAll("findings") List<Finding> findings) {
		Outcome outcome = OutcomePolicy.outcome(findings);
		assertThat(findings).allMatch(finding -> finding.outcome().compareTo(outcome) <= 0);
		assertThat(outcome == Outcome.ELIGIBLE || findings.stream().anyMatch(finding -> finding.outcome() == outcome))
				.isTrue();
	}

	@Property(tries = 200)
	void theOrderOfTheRulesDoesNotMatter(@ForAll("findings") List<Finding> findings, @ForAll long seed) {
		List<Finding> shuffled = new ArrayList<>(findings);
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(OutcomePolicy.outcome(shuffled)).isEqualTo(OutcomePolicy.outcome(findings));
		assertThat(OutcomePolicy.reasons(shuffled)).containsExactlyInAnyOrderElementsOf(OutcomePolicy.reasons(findings));
	}

	@Property(tries = 200)
	void oneMoreFindingNeverMakesItBetter(@ForAll("findings") List<Finding> findings) {
		for (Outcome outcome : Outcome.values()) {
			List<Finding> more = new ArrayList<>(findings);
			more.add(new Finding(outcome, "one-more"));
			assertThat(OutcomePolicy.outcome(more)).isGreaterThanOrEqualTo(OutcomePolicy.outcome(findings));
		}
	}

	@Property(tries = 200)
	void reasonsAreGivenExactlyWhenItIsNotEligible(@ForAll("findings") List<Finding> findings) {
		assertThat(OutcomePolicy.reasons(findings).isEmpty()).isEqualTo(OutcomePolicy.outcome(findings) == Outcome.ELIGIBLE);
	}

	@Test
	void theTableIsGivenFactsAndRequirementsAndNothingElse() {
		assertThat(DecisionInput.of(new Facts(1, 2, 3, true, true, false), new Requirements(4, 3.5, 5, 6)))
				.containsOnlyKeys("years", "contributions", "hoursPerWeek", "conductAccepted", "consentsGiven",
						"participatedBefore", "requiredYears", "borderlineYears", "requiredContributions", "requiredHours")
				.containsEntry("years", 1.0).containsEntry("requiredHours", 6.0).containsEntry("borderlineYears", 3.5);
	}
}
