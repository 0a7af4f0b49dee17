package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReasonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-0.01 | 0    | 5  | The cohort would be less diverse.
			0     | 0    | -3 | The cohort would be as diverse but weaker.
			0     | 0.05 | 5  | The cohort would be as diverse, but more people would be beyond the targets.
			0     | 0.05 | -3 | The cohort would be as diverse, but more people would be beyond the targets.
			0.01  | 0    | -3 | The cohort would be more diverse but weaker; so much diversity may be given up for the score.
			0.01  | 0.05 | 5  | The cohort would be more diverse, but more people would be beyond the targets.
			0     | 0    | 5  | That exchange by itself would be no loss.
			""")
	void anExchangeThatWasNotMadeHasAReason(double diversity, double overshoot, double score, String sentence) {
		assertThat(reason(diversity, overshoot, score).against(false, false)).isEqualTo(sentence);
	}

	@Test
	void whoWasNotDrawnIsNotCalledWeaker() {
		assertThat(reason(0, 0.0, -3).against(true, false)).contains("drawn by lot", "scores did not count")
			.doesNotContain("weaker", "committee");
		assertThat(reason(0, 0.0, -3).against(true, true)).contains("then changed by the committee");
	}

	@Test
	void whatTheCommitteeChangedIsNotPutDownToTheComputation() {
		assertThat(reason(0, 0.0, 5).against(false, true)).contains("by hand");
	}

	@Test
	void aReasonThatWasKeptWithoutOvershootIsStillRead() {
		Reason old = JsonMapper.shared().readValue("""
				{"member":false,"neededFor":[],"neededPrivately":false,"without":0.0,"other":"K7QM-2X","diversity":0.0,
				"score":2.0,"byLot":false,"decided":null}""", Reason.class);

		assertThat(old.against(false, false)).isEqualTo("That exchange by itself would be no loss.");
	}

	private static Reason reason(double diversity, @Nullable Double overshoot, double score) {
		return new Reason(false, List.of(), false, 0, "K7QM-2X", diversity, overshoot, score, false, null);
	}
}
