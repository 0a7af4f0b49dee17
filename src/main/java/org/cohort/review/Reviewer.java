package org.cohort.review;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.cohort.directory.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the group of reviewers, with what coordinators noted about them.
 *
 * @param cap most reviews in one round; none is as many as the programme says
 * @param languages codes such as {@code en}; none means that nothing is known, and any language is given
 * @param organisation its name, or empty
 * @param domains mail domains of the organisation, in small letters
 * @param absences when they are away, the earliest first
 */
record Reviewer(Person person, @Nullable Integer cap, Set<String> languages, String organisation, List<String> domains,
		List<Absence> absences) {

	static final int HIGHEST_CAP = 1000;

	Reviewer {
		if (cap != null && (cap < 0 || cap > HIGHEST_CAP)) {
			throw new IllegalArgumentException("A reviewer takes 0 to " + HIGHEST_CAP + " reviews, not " + cap);
		}
		languages = Set.copyOf(languages);
		organisation = organisation.strip();
		domains = domains.stream().map(domain -> domain.strip().toLowerCase(Locale.ROOT)).toList();
		absences = List.copyOf(absences);
	}

	/** Somebody of whom nothing is noted. */
	static Reviewer unknown(Person person) {
		return new Reviewer(person, null, Set.of(), "", List.of(), List.of());
	}

	/** The same person, away then. */
	Reviewer away(List<Absence> then) {
		return new Reviewer(person, cap, languages, organisation, domains, then);
	}

	public String username() {
		return person.username();
	}

	/** Stands for the person where an id is needed, as in the audit trail; the same for the same username. */
	UUID id() {
		return id(username());
	}

	static UUID id(String username) {
		return UUID.nameUUIDFromBytes(("reviewer:" + username).getBytes(StandardCharsets.UTF_8));
	}

	public boolean awayOn(LocalDate day) {
		return absences.stream().anyMatch(absence -> absence.on(day));
	}

	/** The absences that are not over, the earliest first. */
	public List<Absence> absencesFrom(LocalDate day) {
		return absences.stream().filter(absence -> !absence.last().isBefore(day)).toList();
	}

	boolean reads(String language) {
		return languages.isEmpty() || languages.contains(language);
	}
}
