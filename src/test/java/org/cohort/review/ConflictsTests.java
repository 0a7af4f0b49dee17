package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.cohort.directory.Person;
import org.junit.jupiter.api.Test;

class ConflictsTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

	private static final Conflicts CONFLICTS = new Conflicts(TODAY, Set.of("gmail.com"));

	@Test
	void nothingSpeaksAgainstAStranger() {
		assertThat(CONFLICTS.between(reviewer("anna@one.edu"), of("amara@two.edu"))).isEmpty();
	}

	@Test
	void whoHasTheApplicantsAddressIsTheApplicantInWhateverCase() {
		assertThat(CONFLICTS.between(reviewer("Amara@Gmail.com"), of("amara@gmail.com"))).contains(Bar.SAME_PERSON);
	}

	@Test
	void anAddressInTheSameHouseIsAConflict() {
		assertThat(CONFLICTS.between(reviewer("anna@one.edu"), of("amara@one.edu"))).contains(Bar.SAME_MAIL_DOMAIN);
		assertThat(CONFLICTS.between(reviewer("anna@cs.one.edu"), of("amara@one.edu"))).contains(Bar.SAME_MAIL_DOMAIN);
		assertThat(CONFLICTS.between(reviewer("anna@one.edu"), of("amara@cs.one.edu"))).contains(Bar.SAME_MAIL_DOMAIN);
	}

	@Test
	void aPublicMailServiceIsNoHouse() {
		assertThat(CONFLICTS.between(reviewer("anna@gmail.com"), of("amara@gmail.com"))).isEmpty();
	}

	@Test
	void twoHousesUnderOneEndingAreStrangers() {
		assertThat(CONFLICTS.related("one.edu", "two.edu")).isFalse();
		assertThat(CONFLICTS.related("one.edu", "edu")).isFalse();
		assertThat(CONFLICTS.related("one.edu", "someone.edu")).isFalse();
		assertThat(CONFLICTS.related("", "")).isFalse();
	}

	@Test
	void theSameOrganisationIsAConflictByItsNameOrItsMailDomain() {
		Reviewer anna = new Reviewer(new Person("anna", "Anna", "anna@gmail.com"), null, Set.of(), "Université  de Lagos",
				List.of("Lagos.edu"), List.of());
		assertThat(CONFLICTS.between(anna, new Case(UUID.randomUUID(), "en", "a@b.org", "université de lagos", Set.of(),
				Set.of(), Set.of()))).contains(Bar.SAME_ORGANISATION);
		assertThat(CONFLICTS.between(anna, of("amara@students.lagos.edu"))).contains(Bar.SAME_ORGANISATION);
		assertThat(CONFLICTS.between(anna, of("amara@b.org"))).isEmpty();
	}

	@Test
	void whoHadItOrIsKeptOffItDoesNotGetIt() {
		Case application = new Case(UUID.randomUUID(), "en", "a@b.org", "", Set.of("anna"), Set.of(), Set.of("ben"));
		assertThat(CONFLICTS.between(reviewer("anna@x.org"), application)).contains(Bar.HAD_IT);
		assertThat(CONFLICTS.between(Reviewer.unknown(new Person("ben", "Ben", "")), application))
			.contains(Bar.PINNED_AWAY);
	}

	@Test
	void whoDoesNotReadTheLanguageDoesNotGetItButWhoSaidNothingDoes() {
		Case french = new Case(UUID.randomUUID(), "fr", "a@b.org", "", Set.of(), Set.of(), Set.of());
		Reviewer english = new Reviewer(new Person("anna", "Anna", ""), null, Set.of("en"), "", List.of(), List.of());
		assertThat(CONFLICTS.between(english, french)).contains(Bar.LANGUAGE);
		assertThat(CONFLICTS.between(reviewer(""), french)).isEmpty();
	}

	@Test
	void awayIsFromTheFirstDayToTheLastOfEachAbsence() {
		Reviewer anna = reviewer("").away(List.of(absence(0, 0), absence(2, 3)));
		assertThat(IntStream.rangeClosed(-1, 4).mapToObj(days -> new Conflicts(TODAY.plusDays(days), Set.of())
			.between(anna, of("a@b.org")).isPresent()).toList()).containsExactly(false, true, false, true, true, false);
	}

	@Test
	void anAbsenceDoesNotEndBeforeItBegins() {
		assertThatThrownBy(() -> absence(1, 0)).hasMessageContaining("before the first");
	}

	private static Absence absence(int first, int last) {
		return new Absence(UUID.randomUUID(), TODAY.plusDays(first), TODAY.plusDays(last));
	}

	private static Reviewer reviewer(String email) {
		return Reviewer.unknown(new Person("anna", "Anna", email));
	}

	private static Case of(String email) {
		return new Case(UUID.randomUUID(), "en", email, "", Set.of(), Set.of(), Set.of());
	}
}
