package org.cohort.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cohort.directory.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table {@code reviewer_profile}. */
@Repository
class ReviewerProfiles {

	private final JdbcClient jdbc;

	private final Absences absences;

	ReviewerProfiles(JdbcClient jdbc, Absences absences) {
		this.jdbc = jdbc;
		this.absences = absences;
	}

	/** These people with what is noted about them, in the same order. */
	List<Reviewer> of(List<Person> people) {
		Map<String, Person> byName = people.stream().collect(Collectors.toMap(Person::username, Function.identity()));
		Map<String, List<Absence>> away = absences.of(byName.keySet());
		Map<String, Reviewer> noted = jdbc.sql("select * from reviewer_profile where username = any(:names)")
			.param("names", byName.keySet().toArray(String[]::new))
			.query((row, number) -> reviewer(byName.get(row.getString("username")), row))
			.list()
			.stream()
			.collect(Collectors.toMap(Reviewer::username, Function.identity()));
		return people.stream().map(person -> noted.getOrDefault(person.username(), Reviewer.unknown(person))
			.away(away.getOrDefault(person.username(), List.of()))).toList();
	}

	/** Keeps what is noted about somebody, but for when they are away. */
	void keep(Reviewer reviewer, String actor, Instant now) {
		jdbc.sql("""
				insert into reviewer_profile (username, cap, languages, organisation, domains, changed_at, changed_by)
				values (:username, :cap, :languages, :organisation, :domains, :now, :actor)
				on conflict (username) do update set cap = excluded.cap, languages = excluded.languages,
					organisation = excluded.organisation, domains = excluded.domains, changed_at = excluded.changed_at,
					changed_by = excluded.changed_by
				""")
			.param("username", reviewer.username())
			.param("cap", reviewer.cap())
			.param("languages", reviewer.languages().stream().sorted().toArray(String[]::new))
			.param("organisation", reviewer.organisation())
			.param("domains", reviewer.domains().toArray(String[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("actor", actor)
			.update();
	}

	private static Reviewer reviewer(Person person, ResultSet row) throws SQLException {
		return new Reviewer(person, (Integer) row.getObject("cap"), Set.copyOf(texts(row.getArray("languages"))),
				row.getString("organisation"), texts(row.getArray("domains")), List.of());
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}
}
