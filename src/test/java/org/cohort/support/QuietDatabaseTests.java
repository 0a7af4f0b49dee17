package org.cohort.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class QuietDatabaseTests {

	@Autowired
	JdbcClient jdbc;

	@Test
	void anErrorOfTheDatabaseQuotesNoRow() {
		var refused = catchThrowable(() -> jdbc.sql("insert into event_publication (id, listener_id) values (?, ?)")
				.params(UUID.randomUUID(), "ada.lovelace@example.org").update());
		assertThat(refused).isNotNull();
		assertThat(refused.getMessage() + refused.getCause()).contains("not-null").doesNotContain("ada.lovelace");
	}
}
