package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.cohort.selection.Proposal.Point;
import org.junit.jupiter.api.Test;

class FrontierChartTests {

	private final UUID member = UUID.randomUUID();

	@Test
	void theLinePassesByADotThatHasLessOfBoth() {
		FrontierChart chart = FrontierChart.of(List.of(point(0, 0.95, 60), point(0.01, 0.94, 65), point(0.02, 0.93, 62),
				point(0.05, 0.90, 80)), List.of());

		assertThat(chart.dots()).hasSize(4);
		FrontierChart.Dot weak = chart.dots().get(2);
		assertThat(chart.line().split(" ")).hasSize(3).doesNotContain(weak.x() + "," + weak.y());
	}

	@Test
	void theDotOfTheShortlistAsItIsIsMarkedAndTheOthersSayHowManyDiffer() {
		FrontierChart chart = FrontierChart.of(List.of(point(0, 0.95, 60), new Point(0.1, List.of(member), figures(0.9, 70))),
				List.of(member));

		assertThat(chart.dots()).extracting(FrontierChart.Dot::current).containsExactly(false, true);
		assertThat(chart.dots()).extracting(FrontierChart.Dot::others).containsExactly(1, 0);
	}

	@Test
	void withoutScoresOrWithOneCohortThereIsNothingToDraw() {
		assertThat(FrontierChart.of(List.of(point(0, 0.9, 60)), List.of()).dots()).isEmpty();
		Point unscored = new Point(0, List.of(member), new Figures(0.9, null, List.of()));
		assertThat(FrontierChart.of(List.of(unscored, unscored), List.of()).line()).isEmpty();
	}

	private static Point point(double tolerance, double diversity, double score) {
		return new Point(tolerance, List.of(UUID.randomUUID()), figures(diversity, score));
	}

	private static Figures figures(double diversity, double score) {
		return new Figures(diversity, score, List.of());
	}
}
