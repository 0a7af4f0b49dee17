package org.cohort.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;

import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.Programmes;
import org.cohort.programme.SuccessCriterion;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.HtmlUtils;

@ApplicationTest
class SettingsPagesTests {

	private static final UserRequestPostProcessor ADA = user("ada").roles("administrators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	Programme programme;

	String page;

	@BeforeEach
	void aProgramme() {
		programme = Edited.programme(programmes);
		page = "/staff/programmes/" + programme.id();
	}

	@Test
	void theProgrammeLeadsToEverythingThatCanBeEdited() {
		for (Section section : Section.values()) {
			assertThat(mvc.get().uri(page).with(ADA)).hasStatusOk().bodyText().contains("/settings/" + section.word());
		}
		for (Listing listing : Listing.values()) {
			assertThat(mvc.get().uri(page).with(ADA)).bodyText().contains("/lists/" + listing.word());
		}
		assertThat(mvc.get().uri(page).with(user("olga").roles("coordinators"))).hasStatusOk().bodyText()
				.doesNotContain("/settings/");
	}

	@ParameterizedTest
	@EnumSource(Section.class)
	void everySectionHasAFormWithALabelForEveryField(Section section) {
		var shown = assertThat(mvc.get().uri(page + "/settings/" + section.word()).with(ADA)).hasStatusOk().bodyText();
		section.fields().forEach(field -> shown.contains(HtmlUtils.htmlEscape(field.label(), "UTF-8"))
				.contains("for=\"" + field.id() + "\""));
	}

	@ParameterizedTest
	@EnumSource(Listing.class)
	void everyListShowsItsEntriesAndAFormForEach(Listing listing) {
		String list = page + "/lists/" + listing.word();
		var shown = assertThat(mvc.get().uri(list).with(ADA)).hasStatusOk().bodyText();
		Tree.list(ProgrammeTree.of(programme), listing).forEach(entry -> {
			String key = entry.get("key").asString();
			shown.contains(list + "/" + key);
			assertThat(mvc.get().uri(list + "/" + key).with(ADA)).hasStatusOk().bodyText()
					.contains(HtmlUtils.htmlEscape(Tree.words(entry.get("label"), "en"), "UTF-8"));
		});
		assertThat(mvc.get().uri(page + "/new/" + listing.word()).with(ADA)).hasStatusOk();
	}

	@Test
	void whatIsWrongStandsBesideTheFieldWithWhatWasTyped() {
		assertThat(mvc.post().uri(page + "/settings/run").with(ADA).with(csrf())
				.param("version", "" + programme.version()).param("f.settings.seats", "lots")).hasStatus(422).bodyText()
						.contains("Nothing was saved yet", "value=\"lots\"", "id=\"f-settings-seats-error\"",
								"«lots» is no whole number", "href=\"#f-settings-weeks\"");
	}

	@Test
	void theSecondToSaveSeesWhatTheFirstWrote() {
		String question = page + "/lists/success-criteria/bugs";
		assertThat(mvc.post().uri(question).with(ADA).with(csrf()).param("version", "" + programme.version())
				.param("f.label.en", "Bugs mended")).hasStatus3xxRedirection();
		assertThat(mvc.post().uri(question).with(user("bob").roles("administrators")).with(csrf())
				.param("version", "" + programme.version()).param("f.label.en", "Bugs squashed"))
						.hasStatus(HttpStatus.CONFLICT).bodyText()
						.contains("Somebody else has changed this meanwhile", "Bugs mended", "value=\"Bugs squashed\"",
								"value=\"" + programmes.programme(programme.id()).version() + "\"");
	}

	@Test
	void anEntryIsAddedMovedAndRemovedOnlyAfterAsking() {
		assertThat(mvc.post().uri(page + "/new/success-criteria").with(ADA).with(csrf())
				.param("version", "" + programme.version()).param("f.key", "talk").param("f.label.en", "Gave a talk"))
						.hasStatus3xxRedirection();
		String entry = page + "/lists/success-criteria/talk";
		assertThat(mvc.post().uri(entry + "/move").with(ADA).with(csrf()).param("direction", "up"))
				.hasStatus3xxRedirection();
		assertThat(criteria()).endsWith("talk", "guides");
		assertThat(mvc.get().uri(entry + "/remove").with(ADA)).hasStatusOk().bodyText().contains("Gave a talk");
		assertThat(criteria()).contains("talk");
		assertThat(mvc.post().uri(entry + "/remove").with(ADA).with(csrf())).hasStatus3xxRedirection();
		assertThat(criteria()).doesNotContain("talk");
	}

	@Test
	void theHistoryShowsTheDifferenceAndGoesBack() {
		mvc.post().uri(page + "/settings/run").with(ADA).with(csrf()).params(FormPage.typed(Section.RUN.fields(),
				ProgrammeTree.of(programme))).param("version", "" + programme.version()).exchange();
		var typed = FormPage.typed(Section.RUN.fields(), ProgrammeTree.of(programme));
		typed.set("f.settings.seats", "6");
		mvc.post().uri(page + "/settings/run").with(ADA).with(csrf()).params(typed)
				.param("version", "" + programme.version()).exchange();
		assertThat(mvc.get().uri(page + "/versions").with(ADA)).hasStatusOk().bodyText().contains("Seats and the run");
		assertThat(mvc.get().uri(page + "/versions/1").with(ADA)).hasStatusOk().bodyText().contains("It is the first one",
				"<del>6</del>")
				.doesNotContain(">Before<");
		assertThat(mvc.post().uri(page + "/versions/1/restore").with(ADA).with(csrf())).hasStatus3xxRedirection();
		assertThat(programmes.programme(programme.id()).settings()).isEqualTo(programme.settings());
	}

	@Test
	void aFileShowsWhatItWouldChangeBeforeItDoes() {
		String file = Edited.yaml(programme.slug()).replace("seats: 5", "seats: 8");
		assertThat(mvc.post().uri("/staff/programmes").with(ADA).with(csrf()).param("action", "check").param("text", file))
				.hasStatusOk().bodyText().contains("<del>5</del>", "<ins>8</ins>");
		assertThat(programmes.programme(programme.id())).isEqualTo(programme);
		mvc.post().uri(page + "/versions/1/restore").with(ADA).with(csrf()).exchange();
		assertThat(mvc.post().uri("/staff/programmes").with(ADA).with(csrf()).param("text", file)
				.param("seen", "" + (programme.version() - 1))).hasStatus(HttpStatus.CONFLICT);
		assertThat(mvc.post().uri("/staff/programmes").with(ADA).with(csrf()).param("text", file)
				.param("seen", "" + programme.version())).hasStatus3xxRedirection();
		assertThat(programmes.programme(programme.id()).settings().seats()).isEqualTo(8);
	}

	@Test
	void thePreviewIsTheFormInTheChosenLanguageAndKeepsNothing() {
		var typed = new LinkedMultiValueMap<>(FormPage.typed(Listing.QUESTIONS.fields(),
				Tree.entry(ProgrammeTree.of(programme), Listing.QUESTIONS, "goals").orElseThrow()));
		typed.set("f.label.he", "מה תרצו לדעת לעשות?");
		mvc.post().uri(page + "/lists/questions/goals").with(ADA).with(csrf()).params(typed)
				.param("version", "" + programme.version()).exchange();
		assertThat(mvc.get().uri(page + "/preview").with(ADA)).hasStatusOk().bodyText()
				.contains("lang=\"en\"", "What would you like to be able to do", "This is a preview");
		assertThat(mvc.get().uri(page + "/preview").param("language", "he").with(ADA)).hasStatusOk()
				.doesNotContainHeader("Set-Cookie").bodyText().contains("dir=\"rtl\"", "מה תרצו לדעת לעשות?");
	}

	private List<String> criteria() {
		return programmes.programme(programme.id()).settings().successCriteria().stream()
				.map(SuccessCriterion::key).toList();
	}
}
