package org.cohort.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartsTests {

	@Property
	void anAxisEndsAtARoundNumberAboveTheLargestValueInAtMostFiveSteps(@ForAll @DoubleRange(min = 0.01,
			max = 100_000) double most) {
		var scale = Scale.upTo(most);
		assertThat(scale.top()).isGreaterThanOrEqualTo(most * (1 - 1e-9));
		assertThat(scale.top() / scale.step()).isLessThanOrEqualTo(5 + 1e-6);
		assertThat(scale.step()).as("nobody merges a fifth of a change").isEqualTo(Math.rint(scale.step()));
	}

	@Test
	void aWeekOfWhichNothingIsKnownIsHollowAndAWeekOfZeroIsEmpty() throws Exception {
		var svg = new WeekBars("Hours", List.of("1", "2"), List.of(Optional.empty(), Optional.of(List.of(0.0))),
				List.of(new WeekBars.Part("logged", Colour.MAIN)), 2, "planned").svg();
		assertThat(svg).containsOnlyOnce(">?<").containsOnlyOnce("stroke-dasharray=\"3 3\"");
		assertWellFormed(svg);
	}

	@Test
	void noLineIsDrawnAcrossAWeekThatIsMissing() throws Exception {
		var values = List.of(Optional.of(3.0), Optional.<Double>empty(), Optional.of(4.0));
		var svg = new WeekDots("How it goes", List.of("1", "2", "3"),
				List.of(new WeekDots.Series("mentors", Colour.MAIN, values)), List.of("a", "b", "c", "d", "e")).svg();
		assertThat(svg).doesNotContain("class=\"line-c-main\"");
		assertWellFormed(svg);
	}

	@Test
	void labelsCannotBreakOutOfThePicture() throws Exception {
		var svg = new Rows("<script>", List.of(new Rows.Row("\"><script>alert(1)</script>", 1, 2, "& more", Colour.MAIN)))
				.svg();
		assertThat(svg).doesNotContain("<script");
		assertWellFormed(svg);
	}

	@Test
	void picturesNeedNoStyleOfTheirOwn() {
		var svg = new WeekStrip("Weeks", List.of(WeekStrip.Box.values())).svg();
		assertThat(svg).doesNotContain("style").contains("<title>Weeks</title>");
	}

	private static void assertWellFormed(String svg) throws Exception {
		assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)))
			.getDocumentElement().getTagName()).isEqualTo("svg");
	}
}
