package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What Cohort's database says about a round, read from outside. */
final class Ledgers {

	private final LocalPlatform platform;

	private final JdbcClient jdbc;

	Ledgers(LocalPlatform platform) {
		this.platform = platform;
		jdbc = JdbcClient.create(new DriverManagerDataSource(platform.jdbcUrl("cohort"), "cohort_app", ""));
	}

	UUID round(String slug) {
		return jdbc.sql("select id from round where slug = :slug").param("slug", slug).query(UUID.class).single();
	}

	/** Where a round is. */
	String state(String slug) {
		return jdbc.sql("select state from round where slug = :slug").param("slug", slug).query(String.class).single();
	}

	/** The only application from this address. */
	UUID application(String address) {
		return jdbc.sql("select id from application where email = :email").param("email", address)
			.query(UUID.class).single();
	}

	/** The stages of all applications of a round. */
	List<String> stages(String round) {
		return jdbc.sql("select stage from application where round_id = :round").param("round", round(round))
			.query(String.class).list();
	}

	String stage(String round, Applicant applicant) {
		return jdbc.sql("select stage from application where round_id = :round and email = :email")
			.param("round", round(round)).param("email", applicant.address()).query(String.class).single();
	}

	/** Reviews that wait for their reviewers, such as {@code K7QM-2X anna.reviewer}. */
	List<String> openReviews(String round) {
		return jdbc.sql("""
				select a.code || ' ' || r.reviewer from review r join application a on a.id = r.application_id
				where a.round_id = :round and r.state = 'assigned'
				""").param("round", round(round)).query(String.class).list();
	}

	/** The mails to an address, each as its template and state: {@code confirm-address sent}. */
	List<String> mails(String address) {
		return jdbc.sql("select template || ' ' || state from mail where recipient = :address order by ordered_at")
			.param("address", address).query(String.class).list();
	}

	/**
	 * Waits until nothing is on its way: no event, no mail, no failed work. Then every mail was sent once, and every
	 * mail that was caught has an id of its own.
	 */
	void awaitRest() {
		await().atMost(Applicant.PATIENCE).untilAsserted(() -> {
			assertThat(strings("select event_type from event_publication where completion_date is null")).isEmpty();
			assertThat(strings("select element_id || ' ' || fault from stuck_job")).isEmpty();
			assertThat(strings("select template || ' ' || state from mail where state <> 'sent'")).isEmpty();
		});
		List<String> caught = platform.mails().mails().stream().map(CaughtMail::messageId).toList();
		assertThat(caught).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(strings("select message_id from mail"));
	}

	private List<String> strings(String query) {
		return jdbc.sql(query).query(String.class).list();
	}
}
