package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The surroundings of Cohort are closed to everybody else. */
class PlatformIT {

	private static LocalPlatform platform;

	@BeforeAll
	static void start() {
		platform = LocalPlatform.shared();
	}

	@Test
	void theEngineRefusesACallWithoutAToken() {
		try (var nobody = CamundaClient.newClientBuilder()
			.grpcAddress(platform.gatewayUrl())
			.preferRestOverGrpc(false)
			.build()) {
			assertThatExceptionOfType(ClientStatusException.class)
				.isThrownBy(() -> nobody.newTopologyRequest().send().join())
				.withMessageContaining("Expected bearer token");
		}
	}

	@Test
	void theEngineServesCohortsOwnCredentials() {
		try (var engine = platform.engine()) {
			assertThat(engine.newTopologyRequest().send().join().getClusterSize()).isOne();
		}
	}

	@Test
	void theRestInterfaceServesNobodyWithoutAToken() {
		var topology = HttpRequest.newBuilder(platform.restUrl().resolve("/v2/topology"));
		String token = TokenRequest.clientCredentials(platform, "cohort-engine", LocalSecrets.ENGINE_CLIENT);

		assertThat(HttpProbe.send(topology.build()).statusCode()).as("sent to the login page").isEqualTo(302);
		assertThat(HttpProbe.send(topology.header("Authorization", "Bearer " + token).build()).statusCode())
			.isEqualTo(200);
	}

	@Test
	void theRestInterfaceTakesNoCommandWithoutAToken() {
		var command = HttpRequest.newBuilder(platform.restUrl().resolve("/v2/user-tasks/1/completion"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{}"));

		assertThat(HttpProbe.send(command.build()).statusCode()).isIn(302, 401, 403);
	}

	@Test
	void tasklistSendsAStrangerToTheRealm() {
		try (var browser = Browser.open()) {
			var page = browser.newPerson();
			page.navigate(platform.tasklistUrl() + "/tasklist");
			page.waitForURL(url -> url.startsWith(platform.realmUrl() + "/protocol/openid-connect/auth"));
			assertThat(page.locator("#username").isVisible()).isTrue();
		}
	}

	@Test
	void nothingListensBeyondLoopback() {
		List<Long> family = platform.processes().stream().map(ProcessHandle::pid).toList();
		var ours = ListeningSockets.all().stream().filter(socket -> family.stream().anyMatch(socket::isHeldBy)).toList();

		assertThat(ours).extracting(ListeningSockets.Socket::port)
			.contains(platform.ports().gateway(), platform.ports().tasklist(), platform.ports().keycloak(),
					platform.ports().search(), platform.ports().smtp(), platform.ports().postgres());
		assertThat(ours).allMatch(ListeningSockets.Socket::isLoopback);
	}

	@Test
	void theApplicationsRoleMayNotChangeTables() throws SQLException {
		try (var connection = DriverManager.getConnection(platform.jdbcUrl("cohort"), "cohort_app", "");
				var statement = connection.createStatement()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("create table cohort.mine (id int)"))
				.withMessageContaining("permission denied");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.execute("create table demographics.mine (id int)"))
				.withMessageContaining("permission denied");
		}
	}

	@Test
	void theServiceAccountReadsWhoIsInAGroup() {
		String token = TokenRequest.clientCredentials(platform, "cohort", LocalSecrets.COHORT_CLIENT);
		String groups = get(token, "/admin/realms/cohort/groups?search=reviewers&exact=true");
		String id = groups.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");

		assertThat(get(token, "/admin/realms/cohort/groups/" + id + "/members")).contains("anna.reviewer", "Anna",
				"anna.reviewer@cohort.example", "ben.reviewer", "chris.reviewer")
			.doesNotContain("olga.coordinator");
	}

	private static String get(String token, String path) {
		var response = HttpProbe.send(HttpRequest.newBuilder(URI.create(platform.keycloakUrl() + path))
			.header("Authorization", "Bearer " + token)
			.build());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}
}
