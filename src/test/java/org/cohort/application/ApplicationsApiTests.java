package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.util.UUID;
import org.cohort.programme.Programmes;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ApplicationsApiTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Test
	void aCoordinatorsProgramReadsWhereApplicationsStandAndNoNames() {
		var round = Rounds.open(programmes, clock);
		var form = Forms.filled();
		form.set("action", "submit");
		assertThat(mvc.post().uri("/apply/" + round.slug()).params(form).with(csrf())).hasStatus3xxRedirection();
		assertThat(asCoordinator("/api/rounds/" + round.id() + "/applications")).hasStatusOk().bodyJson()
				.extractingPath("$[0].stage").isEqualTo("UNCONFIRMED");
		assertThat(asCoordinator("/api/rounds/" + round.id() + "/applications"))
				.bodyText().doesNotContain(form.getFirst("email"), form.getFirst("name"));
		assertThat(asCoordinator("/api/rounds")).bodyText().contains(round.slug());
	}

	@Test
	void anUnknownRoundIsAProblemInJson() {
		assertThat(asCoordinator("/api/rounds/" + UUID.randomUUID())).hasStatus(404)
				.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private MvcTestResult asCoordinator(String path) {
		return mvc.get().uri(path).with(jwt().authorities(new SimpleGrantedAuthority("ROLE_coordinators"))).exchange();
	}
}
