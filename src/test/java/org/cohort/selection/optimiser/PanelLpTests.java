package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PanelLpTests {

	/** Where one gives up, as GLOP sometimes does, the next is asked; so each must be as good. */
	@Property(tries = 50)
	void everyLinearSolverReachesTheSameChance(@ForAll @LongRange(max = 1_000_000) long number) {
		Random random = new Random(number);
		int[] sizes = random.ints(8, 1, 5).toArray();
		double[] open = new double[sizes.length];
		Arrays.fill(open, Double.NaN);
		List<Panel> panels = IntStream.range(0, 30)
				.mapToObj(panel -> new Panel(Arrays.stream(sizes).map(size -> random.nextInt(size + 1)).toArray())).toList();
		double first = PanelLp.solve(panels, sizes, open).level();
		double[] someFixed = open.clone();
		someFixed[0] = first;

		for (PanelLp.Attempt attempt : PanelLp.Attempt.values()) {
			assertThat(PanelLp.solve(panels, sizes, open, attempt).level()).as(attempt.name()).isCloseTo(first, within(1e-7));
			assertThat(PanelLp.solve(panels, sizes, someFixed, attempt).level()).as(attempt.name())
					.isGreaterThan(first - 1e-7);
		}
	}
}
