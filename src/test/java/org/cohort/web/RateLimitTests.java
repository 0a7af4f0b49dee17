package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTests {

	private final RateLimit limit = new RateLimit(new RateLimitProperties(true, 2, 3));

	@Test
	void whoSendsTooManyFormsIsAskedToWaitAndTheFormIsNotTaken() throws Exception {
		assertThat(send("POST", "/apply/spring", "203.0.113.7").getStatus()).isEqualTo(200);
		assertThat(send("POST", "/apply/spring", "203.0.113.7").getStatus()).isEqualTo(200);
		var refused = send("POST", "/apply/spring", "203.0.113.7");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 61);
		assertThat(refused.getContentAsString()).contains("this one was not taken", "Please try again in");
	}

	@Test
	void readingIsCountedApartAndOthersAreNotAffected() throws Exception {
		for (int i = 0; i < 3; i++) {
			send("POST", "/apply/spring", "203.0.113.7");
		}
		assertThat(send("GET", "/apply/spring", "203.0.113.7").getStatus()).isEqualTo(200);
		assertThat(send("POST", "/apply/spring", "198.51.100.9").getStatus()).isEqualTo(200);
	}

	@Test
	void whoIsSignedInIsNotLimited() throws Exception {
		for (int i = 0; i < 20; i++) {
			assertThat(send("POST", "/staff/reviews", "203.0.113.7").getStatus()).isEqualTo(200);
		}
	}

	private MockHttpServletResponse send(String method, String path, String from) throws Exception {
		var request = new MockHttpServletRequest(method, path);
		request.setRemoteAddr(from);
		var response = new MockHttpServletResponse();
		limit.doFilter(request, response, new MockFilterChain());
		return response;
	}
}
