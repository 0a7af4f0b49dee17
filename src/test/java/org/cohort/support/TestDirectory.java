package org.cohort.support;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.cohort.directory.Directory;
import org.cohort.directory.Person;

/** Stands where Keycloak would: two or three people per group, and whoever else a test puts in. */
public final class TestDirectory implements Directory {

	private final Map<String, List<Person>> groups = new ConcurrentHashMap<>();

	TestDirectory() {
		reset();
	}

	/** Replaces the members of a group; names and addresses follow from the usernames. */
	public void put(String group, String... usernames) {
		groups.put(group, Stream.of(usernames).map(TestDirectory::called).toList());
	}

	public void put(String group, List<Person> people) {
		groups.put(group, List.copyOf(people));
	}

	public void reset() {
		groups.clear();
		put("reviewers", "anna.reviewer", "ben.reviewer", "chidi.reviewer");
		put("committee", "carla.committee", "deniz.committee");
		put("mentors", "maya.mentor", "noah.mentor");
		put("coordinators", "olga.coordinator");
		put("administrators", "ada.administrator");
	}

	@Override
	public List<Person> members(String group) {
		return groups.getOrDefault(group, List.of()).stream().sorted(Comparator.comparing(Person::username)).toList();
	}

	@Override
	public Optional<Person> person(String username) {
		return groups.values().stream().flatMap(List::stream).filter(person -> person.username().equals(username))
				.findFirst();
	}

	/** {@code anna.reviewer} is Anna Reviewer, anna.reviewer@staff.example. */
	public static Person called(String username) {
		String name = Stream.of(username.split("\\."))
			.map(part -> part.substring(0, 1).toUpperCase() + part.substring(1))
			.reduce((first, last) -> first + " " + last)
			.orElseThrow();
		return new Person(username, name, username + "@staff.example");
	}
}
