package org.cohort.review;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cohort.directory.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table {@code reviewer_profile}. */
@Repository
class ReviewerProfiles {

	private final JdbcClient jdbc;

	ReviewerProfiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** These people with what is noted about them, in the same order. */
	List<Reviewer> of(List<Person> people) {
		Map<String, Person> byName = people.stream().collect(Collectors.toMap(Person::username, Function.identity()));
		Map<String, Reviewer> noted = jdbc.sql("select * from reviewer_profile where username = any(:names)")
			.param("names", byName.keySet().toArray(String[]::new))
			.query((row, number) -> reviewer(byName.get(row.getString("username")), row))
			.list()
			.stream()
			.collect(Collectors.toMap(Reviewer::username, Function.identity()));
		return people.stream().map(person -> noted.getOrDefault(person.username(), Reviewer.unknown(person))).toList();
	}

	void keep(Reviewer reviewer, String actor, Instant now) {
		jdbc.sql("""
				insert into reviewer_profile (username, cap, languages, organisation, domains, away_from, away_until,
					changed_at, changed_by)
				values (:username, :cap, :languages, :organisation, :domains, :from, :until, :now, :actor)
				on conflict (username) do update set cap = excluded.cap, languages = excluded.languages,
					organisation = excluded.organisation, domains = excluded.domains, away_from = excluded.away_from,
					away_until = excluded.away_until, changed_at = excluded.changed_at, changed_by = excluded.changed_by
				""")
			.param("username", reviewer.username())
			.param("cap", reviewer.cap())
			.param("languages", reviewer.languages().stream().sorted().toArray(String[]::new))
			.param("organisation", reviewer.organisation())
			.param("domains", reviewer.domains().toArray(String[]::new))
			.param("from", reviewer.awayFrom())
			.param("until", reviewer.awayUntil())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("actor", actor)
			.update();
	}

	private static Reviewer reviewer(Person person, ResultSet row) throws SQLException {
		return new Reviewer(person, (Integer) row.getObject("cap"), Set.copyOf(texts(row.getArray("languages"))),
				row.getString("organisation"), texts(row.getArray("domains")), day(row.getDate("away_from")),
				day(row.getDate("away_until")));
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	private static @Nullable LocalDate day(@Nullable Date date) {
		return date == null ? null : date.toLocalDate();
	}
}
