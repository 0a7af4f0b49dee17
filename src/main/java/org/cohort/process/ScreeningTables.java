package org.cohort.process;

import java.util.Optional;

import io.camunda.client.api.response.DeploymentEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers which decision table came with which version of the process «screening»: bound to its deployment, a process
 * uses that table and no other, however many were deployed since.
 */
@Repository
class ScreeningTables {

	private static final String SCREENING = "screening";

	private final JdbcClient jdbc;

	ScreeningTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void deployed(DeploymentEvent deployment, String tableVersion) {
		deployment.getProcesses().stream().filter(process -> process.getBpmnProcessId().equals(SCREENING)).findFirst()
			.ifPresent(process -> jdbc.sql("""
					insert into engine_screening_table (process_definition_key, table_version) values (:key, :version)
					on conflict (process_definition_key) do update set table_version = excluded.table_version
					""")
				.param("key", process.getProcessDefinitionKey()).param("version", tableVersion).update());
	}

	Optional<String> version(long processDefinitionKey) {
		return jdbc.sql("select table_version from engine_screening_table where process_definition_key = ?")
			.param(processDefinitionKey).query(String.class).optional();
	}
}
