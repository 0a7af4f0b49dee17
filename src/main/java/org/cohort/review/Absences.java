package org.cohort.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table {@code reviewer_absence}. */
@Repository
class Absences {

	private final JdbcClient jdbc;

	Absences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All absences of these people by user name, the earliest first; whoever has none is missing. */
	Map<String, List<Absence>> of(Collection<String> usernames) {
		return jdbc.sql("""
				select id, username, first_day, last_day from reviewer_absence where username = any(:names)
				order by first_day, last_day
				""")
			.param("names", usernames.toArray(String[]::new))
			.query((row, number) -> Map.entry(row.getString("username"), new Absence(row.getObject("id", UUID.class),
					row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** Returns whether it was not noted before. */
	boolean add(String username, Absence absence, String actor, Instant now) {
		return jdbc.sql("""
				insert into reviewer_absence values (:id, :username, :first, :last, :now, :actor)
				on conflict (username, first_day, last_day) do nothing
				""")
			.param("id", absence.id())
			.param("username", username)
			.param("first", absence.first())
			.param("last", absence.last())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("actor", actor)
			.update() == 1;
	}

	/** Takes an absence away, and says whose it was if it was still there. */
	Optional<String> remove(UUID id) {
		return jdbc.sql("delete from reviewer_absence where id = ? returning username").param(id).query(String.class)
			.optional();
	}
}
