package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;

import org.cohort.application.Stage;
import org.cohort.process.Trail.Step;
import org.cohort.process.Whereabouts.Standing;
import org.junit.jupiter.api.Test;

class WhereaboutsTests {

	private final DiagramNames names = new DiagramNames();

	private final DiagramPictures pictures = new DiagramPictures();

	@Test
	void everyStandingIsAnElementOfTheDiagramAndIsMarkedInItsPicture() {
		standings().flatMap(standing -> Whereabouts.of(standing).stream()).distinct().forEach(step -> {
			assertThat(names.knows(step.processId(), step.elementId())).as("%s is in the diagram", step).isTrue();
			String picture = pictures.marked(step.processId(), "a picture", Set.of(), Set.of(step.elementId()));
			assertThat(picture.split(" now\"", -1)).as("%s is marked once", step).hasSize(2);
		});
	}

	@Test
	void aPictureCarriesNoStyleThatOurContentPolicyRefusesAndSaysWhatItIs() {
		for (String process : Set.of("application", "screening", "appeal", "review", "offer")) {
			assertThat(pictures.marked(process, "Review & <more>", Set.of(), Set.of())).startsWith("<svg class=\"diagram\"")
				.contains("<title>Review &amp; &lt;more&gt;</title>").doesNotContain("style=", "djs-hit", "djs-outline");
		}
	}

	@Test
	void anOpenReviewIsSeenInTheDiagramOfTheReviewAndALateOneWithItsDecision() {
		assertThat(Whereabouts.of(new Standing(Stage.UNDER_REVIEW, true, false, 1, false)))
			.containsExactly(new Step("application", "review-application"), new Step("review", "review-dossier"));
		assertThat(Whereabouts.of(new Standing(Stage.UNDER_REVIEW, true, false, 1, true)))
			.contains(new Step("review", "decide-overdue-review"));
	}

	private static Stream<Standing> standings() {
		return Stream.of(Stage.values()).flatMap(stage -> Stream.of(new Standing(stage, false, false, 0, false),
				new Standing(stage, true, false, 0, false), new Standing(stage, true, true, 0, false),
				new Standing(stage, true, false, 1, false), new Standing(stage, true, false, 1, true)));
	}
}
