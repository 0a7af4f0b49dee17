package org.cohort.selection.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

class WholePricesTests {

	@Property
	void multiplesOfOneNumberBecomeSmallNumbers(@ForAll @IntRange(min = 1, max = 900) int parts,
			@ForAll @LongRange(max = 1_000_000) long number) {
		Random random = new Random(number);
		double unit = random.nextDouble(0.001, 1);
		double[] prices = IntStream.concat(IntStream.of(parts), random.ints(20, 0, parts + 1)).mapToDouble(i -> i * unit)
				.toArray();

		WholePrices whole = WholePrices.of(prices, 5);

		assertThat(Arrays.stream(whole.prices()).max().orElseThrow()).isLessThanOrEqualTo(parts);
		assertThat(whole.rounding()).isLessThan(1e-6 * parts * unit);
	}

	@Property
	void whatAPanelIsWorthIsNeverOverstatedNorUnderstated(@ForAll @LongRange(max = 1_000_000) long number) {
		Random random = new Random(number);
		double[] prices = random.doubles(30, 0, 0.01).toArray();
		int seats = 10;
		WholePrices whole = WholePrices.of(prices, seats);
		int[] taken = new int[prices.length];
		random.ints(seats, 0, prices.length).forEach(kind -> taken[kind]++);

		double value = new Panel(taken).value(prices);
		long sum = IntStream.range(0, taken.length).mapToLong(t -> taken[t] * whole.prices()[t]).sum();

		assertThat(sum).isGreaterThanOrEqualTo(whole.least(value));
		assertThat(whole.most(sum)).isGreaterThanOrEqualTo(value - 1e-15).isCloseTo(value, within(1e-8));
	}

	@Test
	void nothingCostsNothing() {
		assertThat(WholePrices.of(new double[3], 2).prices()).containsOnly(0);
	}
}
