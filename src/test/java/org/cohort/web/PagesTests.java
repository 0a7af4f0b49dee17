package org.cohort.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class PagesTests {

	@Autowired
	MockMvc mvc;

	@Test
	void aStrangerOnAStaffPageIsSentToSignIn() throws Exception {
		mvc.perform(get("/staff")).andExpect(status().is3xxRedirection())
				.andExpect(redirectedUrl("/oauth2/authorization/cohort"));
	}

	@Test
	void aMemberOfStaffSeesWhatTheirGroupsMayDo() throws Exception {
		mvc.perform(get("/staff").with(user("anna.reviewer").roles("reviewers")))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("My reviews")))
				.andExpect(content().string(org.hamcrest.Matchers.not(containsString("Stuck work"))));
	}

	@Test
	void somebodyWithoutAGroupIsRefused() throws Exception {
		mvc.perform(get("/staff").with(user("eve").roles("visitors"))).andExpect(status().isForbidden());
	}

	@Test
	void anUnknownAddressIsRefusedWithoutDetails() throws Exception {
		mvc.perform(get("/no/such/page").with(user("olga").roles("coordinators"))).andExpect(status().isForbidden());
	}

	@Test
	void aFormWithoutItsTokenIsRefused() throws Exception {
		mvc.perform(post("/logout").with(user("olga").roles("coordinators"))).andExpect(status().isForbidden());
	}

	@Test
	void pagesCarryAStrictContentPolicy() throws Exception {
		mvc.perform(get("/signed-out")).andExpect(status().isOk())
				.andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
				.andExpect(header().string("Referrer-Policy", "no-referrer"))
				.andExpect(header().string("X-Content-Type-Options", "nosniff"));
	}

	@Test
	void theApiWantsAToken() throws Exception {
		mvc.perform(get("/api/rounds")).andExpect(status().isUnauthorized());
	}

	@Test
	void aTextThatCannotBeStoredIsRefusedAtTheDoor() throws Exception {
		mvc.perform(get("/signed-out").param("name", "a\0b")).andExpect(status().isBadRequest());
	}
}
