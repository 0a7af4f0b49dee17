package org.cohort.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.ProgrammeVersion;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.ReviewSettings;
import org.cohort.programme.ScreeningSettings;
import org.cohort.programme.SelectionSettings;
import org.cohort.programme.Settings;
import org.cohort.programme.web.Editing.Result;
import org.cohort.programme.web.Editing.Target;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class EditingTests {

	@Autowired
	Editing editing;

	@Autowired
	Programmes programmes;

	@Autowired
	AuditTrail audit;

	Programme programme;

	@BeforeEach
	void aProgramme() {
		programme = Edited.programme(programmes);
	}

	@Test
	void aSectionIsSavedAsOneVersionWithItsAuthorAndAnAuditEntry() {
		Result result = save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "7", "f.settings.weeks",
				"12", "f.settings.week-length", "6 days 12 hours"));
		assertThat(result).isEqualTo(new Result.Saved(false));
		Settings now = programmes.programme(programme.id()).settings();
		assertThat(List.of(now.seats(), now.weeks())).containsExactly(7, 12);
		assertThat(now.weekLength()).hasHours(156);
		assertThat(programmes.versions(programme.id())).extracting(ProgrammeVersion::number, ProgrammeVersion::author)
				.containsExactly(tuple(2, "ada"),
						tuple(1, "ada"));
		assertThat(audit.of(programme.id())).extracting(AuditTrail.Entry::action).containsExactly("change-programme");
	}

	@ParameterizedTest
	@EnumSource(Section.class)
	void whatAFormShowsIsWhatItSaves(Section section) {
		assertThat(save("ada", programme, Target.of(section), Map.of())).isEqualTo(new Result.Same());
	}

	@ParameterizedTest
	@EnumSource(Listing.class)
	void whatAFormOfAnEntryShowsIsWhatItSaves(Listing listing) {
		Tree.list(ProgrammeTree.of(programme), listing).forEach(entry -> assertThat(save("ada", programme,
				Target.of(listing, entry.get("key").asString()), Map.of())).isEqualTo(new Result.Same()));
	}

	@Test
	void whatFormsShowOfAProgrammeThatSaysEverythingIsWhatTheySave() {
		Programme full = Edited.everything(programmes);
		for (Section section : Section.values()) {
			assertThat(save("ada", full, Target.of(section), Map.of())).as(section.name()).isEqualTo(new Result.Same());
		}
		for (Listing listing : Listing.values()) {
			Tree.list(ProgrammeTree.of(full), listing).forEach(entry -> assertThat(save("ada", full,
					Target.of(listing, entry.get("key").asString()), Map.of())).as("%s", entry).isEqualTo(new Result.Same()));
		}
	}

	@Test
	void everyProblemIsSaidBesideItsFieldAndNothingIsSaved() {
		assertThat(refused(save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "0",
				"f.settings.weeks", "many", "f.settings.mentor-hourly-rate.amount", ""))).problems())
						.containsOnlyKeys("settings.weeks", "settings.mentor-hourly-rate.amount");
		assertThat(refused(save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "0",
				"f.settings.weeks", "61", "f.settings.mentor-hourly-rate.currency", "GOLD"))).problems())
						.containsOnlyKeys("settings.seats", "settings.weeks", "settings.mentor-hourly-rate.currency");
		assertThat(refused(save("ada", programme, Target.of(Section.DEADLINES), Map.of("f.settings.offer-within", "1 day")))
				.problems()).containsOnlyKeys("settings.offer-within");
		assertThat(programmes.programme(programme.id())).isEqualTo(programme);
	}

	@Test
	void twoWhoChangeDifferentThingsBothKeepTheirs() {
		save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "7"));
		assertThat(save("bob", programme, Target.of(Section.RUN), Map.of("f.settings.weeks", "8")))
				.isEqualTo(new Result.Saved(true));
		Settings now = programmes.programme(programme.id()).settings();
		assertThat(List.of(now.seats(), now.weeks())).containsExactly(7, 8);
	}

	@Test
	void theSecondWhoChangesTheSameIsToldAndDecides() {
		save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "7"));
		Result.Refused refused = refused(save("bob", programme, Target.of(Section.RUN),
				Map.of("f.settings.seats", "9", "f.settings.weeks", "8")));
		assertThat(refused.theirs()).containsOnlyKeys("settings.seats");
		assertThat(refused.theirs().get("settings.seats").author()).isEqualTo("ada");
		assertThat(refused.theirs().get("settings.seats").typed().getFirst("f.settings.seats")).isEqualTo("7");
		assertThat(programmes.programme(programme.id()).settings().seats()).isEqualTo(7);

		MultiValueMap<String, String> typed = typed(programme, Target.of(Section.RUN), Map.of("f.settings.seats", "9"));
		assertThat(editing.save(programme.id(), refused.version(), Target.of(Section.RUN), typed, "bob"))
				.isEqualTo(new Result.Saved(false));
		assertThat(programmes.programme(programme.id()).settings().seats()).isEqualTo(9);
	}

	@Test
	void aQuestionIsAddedTranslatedAndSeenInItsSection() {
		assertThat(add(Map.of("f.key", "pronouns", "f.section.en", "Where you are", "f.section.fr", "Où vous êtes",
				"f.label.en", "Your pronouns?", "f.label.fr", "Vos pronoms ?", "f.type", "SHORT", "f.personal-data", "yes")))
						.isEqualTo(new Result.Saved(false));
		Settings now = programmes.programme(programme.id()).settings();
		Question added = now.questionSet().question("pronouns").orElseThrow();
		assertThat(added.label().exactly("fr")).isEqualTo("Vos pronoms ?");
		assertThat(now.questionSet().question("country").orElseThrow().section().exactly("fr")).isEqualTo("Où vous êtes");
	}

	@Test
	void aNewQuestionThatIsWrongIsRefusedBesideItsFields() {
		assertThat(refused(add(Map.of("f.key", "country", "f.section.en", "A", "f.label.en", "B", "f.type", "CHOICE",
				"f.shown-if.question", "nowhere", "f.shown-if.values", "yes"))).problems())
						.containsOnlyKeys("type", "key", "shown-if.question");
		assertThat(refused(add(Map.of("f.key", "more", "f.section.en", "A", "f.label.en", "B", "f.type", "LONG",
				"f.shown-if.values", "yes"))).problems()).containsOnlyKeys("shown-if.question");
		assertThat(refused(add(Map.of("f.key", "country", "f.section.en", "A", "f.label.en", "B", "f.type", "LONG")))
				.problems()).containsOnlyKeys("key");
		assertThat(refused(add(Map.of("f.key", "Not a key", "f.type", "LONG"))).problems())
				.containsOnlyKeys("section", "label");
	}

	@Test
	void questionsAreMovedAndRemoved() {
		editing.move(programme.id(), Listing.QUESTIONS, "time-zone", true, "ada");
		assertThat(keys()).startsWith("time-zone", "country");
		editing.remove(programme.id(), Listing.QUESTIONS, "country", "ada");
		assertThat(keys()).startsWith("time-zone", "years").doesNotContain("country");
	}

	@Test
	void optionsStandInTheOrderOfTheirPlaces() {
		Map<String, String> moved = Map.of("f.options.0.place", "9", "f.options.1.key", "", "f.options.1.label.en", "",
				"f.options.1.label.fr", "", "f.options.1.label.es", "", "f.options.1.label.he", "", "f.options.5.key", "design",
				"f.options.5.label.en", "Design");
		assertThat(save("ada", programme, Target.of(Listing.QUESTIONS, "interests"), moved))
				.isEqualTo(new Result.Saved(false));
		assertThat(programmes.programme(programme.id()).settings().questionSet().question("interests").orElseThrow()
				.options()).extracting(Question.Option::key)
						.containsExactly("tests", "features", "community", "documentation", "design");
	}

	@Test
	void goingBackMakesANewVersionOfAnOldOne() {
		save("ada", programme, Target.of(Section.RUN), Map.of("f.settings.seats", "7"));
		ProgrammeVersion first = programmes.versions(programme.id()).getLast();
		editing.replace(programme.id(), ProgrammeTree.read(ProgrammeTree.of(first)), "back to version 1", "bob");
		assertThat(programmes.programme(programme.id()).settings()).isEqualTo(programme.settings());
		assertThat(programmes.versions(programme.id())).extracting(ProgrammeVersion::number).containsExactly(3, 2, 1);
	}

	@Test
	void everySettingCanBeEdited() {
		List<String> paths = Arrays.stream(Section.values()).flatMap(section -> section.fields().stream())
				.map(Field::path).toList();
		List<String> lists = Arrays.stream(Listing.values()).map(Listing::word).toList();
		names(Settings.class).forEach(name -> {
			if (!lists.contains(name)) {
				assertThat(paths).as(name).anyMatch(path -> (path + ".").startsWith("settings." + name + "."));
			}
		});
		Map.of("review", ReviewSettings.class, "screening", ScreeningSettings.class, "selection", SelectionSettings.class)
				.forEach((part, type) -> names(type)
						.forEach(name -> assertThat(paths).contains("settings." + part + "." + name)));
		assertThat(Listing.QUESTIONS.fields()).extracting(field -> field.path().replaceFirst("\\..*", ""))
				.containsAll(names(Question.class).stream().filter(name -> !name.equals("key")).toList());
	}

	private List<String> keys() {
		return programmes.programme(programme.id()).settings().questions().stream().map(Question::key).toList();
	}

	private static List<String> names(Class<? extends Record> type) {
		return Arrays.stream(type.getRecordComponents())
				.map(component -> component.getName().replaceAll("([A-Z])", "-$1").toLowerCase()).toList();
	}

	private Result add(Map<String, String> typed) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		typed.forEach(form::add);
		return editing.save(programme.id(), programme.version(), Target.added(Listing.QUESTIONS), form, "ada");
	}

	/** As somebody who opened the form of this programme, changed these fields and sent it. */
	private Result save(String who, Programme seen, Target target, Map<String, String> changes) {
		return editing.save(seen.id(), seen.version(), target, typed(seen, target, changes), who);
	}

	private static MultiValueMap<String, String> typed(Programme seen, Target target, Map<String, String> changes) {
		MultiValueMap<String, String> typed = FormPage.typed(target.fields(),
				target.find().apply(ProgrammeTree.of(seen)).orElseThrow());
		changes.forEach(typed::set);
		return typed;
	}

	private static Result.Refused refused(Result result) {
		assertThat(result).isInstanceOf(Result.Refused.class);
		return (Result.Refused) result;
	}
}
