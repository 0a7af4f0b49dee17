package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.cohort.application.ApplicationList.Place;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What the list asks of the database never reads the whole table. */
@ApplicationTest
class ManyApplicationsTests {

	private static final int MANY = 20_000;

	/** So that no two of them have the same code; all begin with a 0, which no code of an applicant has. */
	private static final AtomicInteger FIRST = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApplicationList list;

	@Autowired
	Programmes programmes;

	@Autowired
	DataSource dataSource;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@Test
	void noFilterSearchOrOrderReadsTheWholeTable() {
		Round round = Rounds.open(programmes, clock);
		fill(jdbc, round, MANY);
		somePerhapsTwice(round);
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(visibleAfterVacuum()).isGreaterThan(0.9));
		List<String> plans = new ArrayList<>();
		ApplicationList explained = new ApplicationList(explaining(plans), clock);
		transaction.executeWithoutResult(status -> explainAll(explained, round));
		assertThat(plans).hasSizeGreaterThan(100).noneMatch(plan -> plan.contains("Seq Scan"));
		assertThat(list.page(filters(round).getFirst(), ListOrder.NEWEST_FIRST, Place.TOP).found()).isEqualTo(MANY);
		assertThat(mvc.get().uri("/staff/applications?round=" + round.slug()).with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains("20,000");
	}

	/**
	 * The share of pages that an index alone may answer for. As long as an older transaction runs anywhere, such as one
	 * that looks for people who applied twice, a vacuum can mark none.
	 */
	private static double visibleAfterVacuum() throws SQLException {
		try (var owner = DriverManager.getConnection(TestDatabase.shared().url(), "cohort_owner", TestDatabase.PASSWORD);
				var statement = owner.createStatement()) {
			statement.execute("vacuum analyze cohort.application");
			try (var share = statement.executeQuery("select relallvisible::float8 / greatest(relpages, 1) from pg_class"
					+ " where oid = 'cohort.application'::regclass")) {
				share.next();
				return share.getDouble(1);
			}
		}
	}

	/** Made-up people at all stages. */
	static void fill(JdbcClient jdbc, Round round, int many) {
		jdbc.sql("""
				insert into application (id, round_id, code, submission_key, stage, stage_since, name, email, email_key, locale,
					answers, submitted_at, confirmed_at, outcome, score, reviews_open, reviews_done, reviews_due_at)
				select gen_random_uuid(), :round,
					upper(substr(hex, 1, 4) || '-' || substr(hex, 5)), gen_random_uuid(),
					(array['UNCONFIRMED', 'UNDER_REVIEW', 'IN_POOL', 'NOT_ELIGIBLE'])[1 + n % 4], now(),
					initcap(translate(substr(md5(n::text), 1, 6), '0123456789', 'aeioumnrst')) || ' '
						|| initcap(translate(substr(md5(n::text), 9, 8), '0123456789', 'aeiouklmnr')) || ' Person',
					md5(n::text) || '@example.org', md5(n::text) || '@example.org', 'en',
					jsonb_build_object('motivation', jsonb_build_array(
						(select string_agg(md5(n || '-' || m), ' ') from generate_series(1, 50) m))), now() - n * interval '1 second',
					case when n % 4 > 0 then now() end, case when n % 4 > 1 then 'ELIGIBLE' end, n % 100,
					n % 2, n % 3, case when n % 2 = 1 then now() + n * interval '1 second' end
				from (select n, lpad(to_hex(n + :first), 6, '0') as hex from generate_series(1, :many) n) numbers
				""")
				.param("round", round.id()).param("many", many).param("first", FIRST.getAndAdd(many)).update();
	}

	private void somePerhapsTwice(Round round) {
		jdbc.sql("""
				insert into application_pair (first_id, second_id, round_id, kinds, found_at)
				select id, next, round_id, array['NAME'], now()
				from (select id, round_id, lead(id) over (order by id) as next from application where round_id = :round limit 400) two
				where next is not null
				""").param("round", round.id()).update();
	}

	private static void explainAll(ApplicationList explained, Round round) {
		for (ListFilter filter : filters(round)) {
			for (ListOrder.By by : ListOrder.By.values()) {
				for (boolean descending : List.of(true, false)) {
					explained.page(filter, new ListOrder(by, descending), Place.TOP);
				}
			}
			var last = explained.page(filter, ListOrder.NEWEST_FIRST, Place.BOTTOM);
			if (!last.lines().isEmpty()) {
				explained.page(filter, ListOrder.NEWEST_FIRST, new Place(last.lines().getFirst().id(), true));
			}
			explained.ids(filter, ListOrder.NEWEST_FIRST, 500);
		}
		explained.counts(round.id());
	}

	private static List<ListFilter> filters(Round round) {
		List<ListFilter> filters = new ArrayList<>();
		filters.add(filter(round, null, null, null, null, ""));
		filters.add(filter(round, Stage.IN_POOL, null, null, null, ""));
		filters.add(filter(round, Stage.OFFERED, null, null, null, ""));
		filters.add(filter(round, null, "ELIGIBLE", null, null, ""));
		filters.add(filter(round, null, null, BigDecimal.valueOf(99), null, ""));
		filters.add(filter(round, Stage.UNDER_REVIEW, "ELIGIBLE", BigDecimal.TEN, null, ""));
		for (Missing missing : Missing.values()) {
			filters.add(filter(round, null, null, null, missing, ""));
		}
		for (String words : List.of("c4ca4238a0b923820dcc509a6f75849b", "person", "example.org", "nobody at all", "xy",
				"p")) {
			filters.add(filter(round, null, null, null, null, words));
		}
		return filters;
	}

	private static ListFilter filter(Round round, @Nullable Stage stage, @Nullable String outcome,
			@Nullable BigDecimal atLeast, @Nullable Missing missing, String words) {
		return new ListFilter(round.id(), stage, outcome, atLeast, null, missing, words);
	}

	/** A client that has the database explain every query before it is run. */
	private JdbcClient explaining(List<String> plans) {
		return JdbcClient.create(new JdbcTemplate(dataSource) {

			@Override
			public <T> T query(PreparedStatementCreator creator, ResultSetExtractor<T> extractor) {
				plans.add(super.query(connection -> creator.createPreparedStatement(explaining(connection)), rows -> {
					StringBuilder plan = new StringBuilder();
					while (rows.next()) {
						plan.append(rows.getString(1)).append('\n');
					}
					return plan.toString();
				}));
				return super.query(creator, extractor);
			}
		});
	}

	private static Connection explaining(Connection connection) {
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> method.getName().equals("prepareStatement")
						? connection.prepareStatement("explain " + arguments[0]) : method.invoke(connection, arguments));
	}
}
