package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** In which language a page is shown to whom. */
@ApplicationTest
class ReaderLocaleTests {

	private final ReaderLocale locales = new ReaderLocale();

	@Autowired
	MockMvc mvc;

	@Test
	void theFirstLanguageOfTheBrowserThatWeHaveIsRead() throws Exception {
		assertThat(page(get("/").header("Accept-Language", "ja, fr-CA;q=0.9, en;q=0.8"))).contains("lang=\"fr\"")
			.contains("dir=\"ltr\"");
	}

	@Test
	void hebrewRunsFromRightToLeft() throws Exception {
		assertThat(page(get("/").header("Accept-Language", "he-IL"))).contains("lang=\"he\"").contains("dir=\"rtl\"");
	}

	@Test
	void englishIsReadWhereNothingElseIsKnown() throws Exception {
		assertThat(page(get("/"))).contains("lang=\"en\"");
		assertThat(page(get("/").header("Accept-Language", "ja"))).contains("lang=\"en\"");
		assertThat(page(get("/").header("Accept-Language", "<script>"))).contains("lang=\"en\"");
	}

	@Test
	void aChosenLanguageIsRemembered() throws Exception {
		mvc.perform(get("/").param("language", "es")).andExpect(cookie().value("language", "es"))
			.andExpect(cookie().httpOnly("language", true));
		assertThat(page(get("/").cookie(new Cookie("language", "es")).header("Accept-Language", "fr")))
			.contains("lang=\"es\"");
	}

	@Test
	void aLanguageThatWeDoNotHaveChangesNothing() throws Exception {
		mvc.perform(get("/").param("language", "xx")).andExpect(cookie().doesNotExist("language"));
		assertThat(page(get("/").param("language", "xx").cookie(new Cookie("language", "</html>"))))
			.contains("lang=\"en\"");
	}

	@Test
	void staffReadEnglish() throws Exception {
		assertThat(page(get("/staff").with(user("rita").roles("reviewers")).cookie(new Cookie("language", "he"))))
			.contains("lang=\"en\"").contains("dir=\"ltr\"");
	}

	@Test
	void theRegionOfTheBrowserTellsHowDatesAreWritten() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.addHeader("Accept-Language", "en-US");
		request.setCookies(new Cookie("language", "en"));
		assertThat(locales.resolveLocale(request)).isEqualTo(Locale.US);
		request.setParameter("language", "fr");
		assertThat(locales.resolveLocale(request)).isEqualTo(Locale.FRENCH);
	}

	private String page(MockHttpServletRequestBuilder request) throws Exception {
		return mvc.perform(request).andReturn().getResponse().getContentAsString();
	}
}
