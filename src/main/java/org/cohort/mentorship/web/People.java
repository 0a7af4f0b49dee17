package org.cohort.mentorship.web;

import java.util.Optional;

import org.cohort.application.Applications;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.language.Sentences;
import org.cohort.mentorship.Participation;
import org.springframework.stereotype.Component;

/** The names of a participation's two people, for pages that they or their coordinators see. */
@Component
class People {

	private final Applications applications;

	private final Directory directory;

	private final Sentences sentences;

	People(Applications applications, Directory directory, Sentences sentences) {
		this.applications = applications;
		this.directory = directory;
		this.sentences = sentences;
	}

	String participant(Participation participation) {
		return applications.contact(participation.applicationId()).name();
	}

	/** The mentor's name; the user name while the directory does not answer; «no mentor yet» before the assignment. */
	String mentor(Participation participation) {
		return participation.mentor().map(this::name).orElseGet(() -> sentences.say("run.no-mentor"));
	}

	Optional<Person> mentorPerson(Participation participation) {
		return participation.mentor().flatMap(username -> {
			try {
				return directory.person(username);
			}
			catch (DirectoryUnavailable away) {
				return Optional.empty();
			}
		});
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}
}
