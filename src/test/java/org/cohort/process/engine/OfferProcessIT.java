package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("offer")
class OfferProcessIT extends ProcessTest {

	@Test
	void anAnswerClosesTheOffer() {
		Scenario offer = scenario("offer").isCalledWith(Map.of()).waitsAt("await-answer");
		offer.says("offer-answered", Map.of("accepted", true)).endsAt("offer-closed");
		assertThat(offer.mails()).containsExactly("offer");
	}

	@Test
	void anUnansweredOfferIsRemindedOfAndClosesAtItsDeadline() {
		Scenario offer = scenario("offer").isCalledWith(Map.of()).waitsAt("await-answer");
		offer.afterDays(3).hasMailed("offer-reminder").waitsAt("await-answer");
		assertThat(offer.done("close-offer")).isEmpty();
		offer.afterDays(2).endsAt("offer-closed");
		assertThat(offer.mails()).containsExactly("offer", "offer-reminder");
		assertThat(offer.done("close-offer")).hasSize(1);
	}
}
