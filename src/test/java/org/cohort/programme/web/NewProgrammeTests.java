package org.cohort.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeVersion;
import org.cohort.programme.Programmes;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class NewProgrammeTests {

	private static final UserRequestPostProcessor ADA = user("ada").roles("administrators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	AuditTrail audit;

	Programme original;

	String slug;

	@BeforeEach
	void aProgrammeThatSaysEverything() {
		original = Edited.everything(programmes);
		slug = "n" + UUID.randomUUID().toString().substring(0, 8);
	}

	@Test
	void aNewProgrammeStartsAsACopyAndGoesItsOwnWay() {
		assertThat(mvc.get().uri("/staff/programmes/new").param("original", original.slug()).with(ADA)).hasStatusOk()
				.bodyText().containsPattern("value=\"" + original.slug() + "\"[^>]*selected");
		MvcTestResult made = make(original.slug(), " Second Steps ", slug);
		Programme copy = programmes.programmeBySlug(slug).orElseThrow();
		assertThat(made).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/staff/programmes/" + copy.id());
		assertThat(copy.name()).isEqualTo("Second Steps");
		assertThat(copy.settings()).isEqualTo(original.settings());
		assertThat(programmes.versions(copy.id())).singleElement().extracting(ProgrammeVersion::author).isEqualTo("ada");
		assertThat(audit.of(copy.id())).singleElement().satisfies(entry -> assertThat(entry.actor() + " " + entry.action()
				+ " " + entry.detail()).isEqualTo("ada copy-programme " + original.slug()));
		assertThat(mvc.post().uri("/staff/programmes/" + copy.id() + "/lists/success-criteria/"
				+ copy.settings().successCriteria().getFirst().key() + "/remove").with(ADA).with(csrf())).hasStatus3xxRedirection();
		assertThat(programmes.programme(copy.id()).settings()).isNotEqualTo(original.settings());
		assertThat(programmes.programme(original.id())).isEqualTo(original);
	}

	@Test
	void whatIsWrongStandsBesideItsFieldAndNothingIsMade() {
		int before = programmes.programmes().size();
		assertThat(make("", " ", "No Words!")).hasStatus(422).bodyText().contains("Nothing was made yet",
				"id=\"original-error\"", "id=\"name-error\"", "id=\"slug-error\"", "value=\"No Words!\"",
				"must start with a letter");
		assertThat(make(original.slug(), "Second Steps", original.slug())).hasStatus(422).bodyText()
				.contains("id=\"slug-error\"", "has this short name already", "value=\"Second Steps\"")
				.doesNotContain("id=\"name-error\"", "id=\"original-error\"");
		assertThat(make("no-such-programme", "Second Steps", slug)).hasStatus(422);
		assertThat(programmes.programmes()).hasSize(before);
	}

	@Test
	void onlyAdministratorsAreLedThere() {
		assertThat(mvc.get().uri("/staff/programmes").with(ADA)).hasStatusOk().bodyText().contains("New programme");
		var olga = user("olga").roles("coordinators");
		assertThat(mvc.get().uri("/staff/programmes").with(olga)).hasStatusOk().bodyText().doesNotContain("New programme");
		assertThat(mvc.get().uri("/staff/programmes/" + original.id()).with(olga)).hasStatusOk().bodyText()
				.doesNotContain("Make a copy");
		assertThat(mvc.get().uri("/staff/programmes/new").with(olga)).hasStatus(403);
	}

	private MvcTestResult make(String original, String name, String slug) {
		return mvc.post().uri("/staff/programmes/new").with(ADA).with(csrf()).param("original", original)
				.param("name", name).param("slug", slug).exchange();
	}
}
