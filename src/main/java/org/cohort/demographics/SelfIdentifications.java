package org.cohort.demographics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

/** The tables of the schema {@code demographics}. */
@Repository
class SelfIdentifications {

	private static final JsonMapper JSON = new JsonMapper();

	private final DemographicsDatabase database;

	SelfIdentifications(DemographicsDatabase database) {
		this.database = database;
	}

	/** The answers by application and attribute; an application without answers has no entry. */
	Map<UUID, Map<String, Set<String>>> of(Set<UUID> applicationIds) {
		Map<UUID, Map<String, Set<String>>> answers = new HashMap<>();
		database.jdbc().sql("select application_id, attribute, value from demographics.self_identification"
				+ " where application_id = any(?)")
				.param(applicationIds.toArray(UUID[]::new))
				.query(row -> {
					answers.computeIfAbsent(row.getObject("application_id", UUID.class), id -> new LinkedHashMap<>())
							.computeIfAbsent(row.getString("attribute"), attribute -> new TreeSet<>())
							.add(row.getString("value"));
				});
		return answers;
	}

	/** The rounds in which these applications have answers. */
	List<UUID> roundsOf(Set<UUID> applicationIds) {
		return database.jdbc().sql("select distinct round_id from demographics.self_identification"
				+ " where application_id = any(?)")
				.param(applicationIds.toArray(UUID[]::new)).query(UUID.class).list();
	}

	/** Puts the given answers in the place of all earlier ones. */
	void replace(UUID applicationId, UUID roundId, Map<String, Set<String>> answers) {
		database.inTransaction(() -> {
			delete(applicationId);
			answers.forEach((attribute, values) -> values.forEach(value -> database.jdbc()
					.sql("insert into demographics.self_identification (application_id, round_id, attribute, value)"
							+ " values (?, ?, ?, ?) on conflict do nothing")
					.param(applicationId).param(roundId).param(attribute).param(value).update()));
			return true;
		});
	}

	int delete(UUID applicationId) {
		return database.jdbc().sql("delete from demographics.self_identification where application_id = ?")
				.param(applicationId).update();
	}

	/** Keeps the counts, unless there are some already, and deletes the answers of the round. */
	void reduce(UUID roundId, Composition composition) {
		database.inTransaction(() -> {
			composition.attributes().forEach(attribute -> database.jdbc()
					.sql("insert into demographics.round_count (round_id, attribute, groups, people)"
							+ " values (?, ?, cast(? as jsonb), ?) on conflict do nothing")
					.param(roundId).param(attribute.key()).param(JSON.writeValueAsString(attribute))
					.param(composition.people()).update());
			return database.jdbc().sql("delete from demographics.self_identification where round_id = ?")
					.param(roundId).update();
		});
	}
}
