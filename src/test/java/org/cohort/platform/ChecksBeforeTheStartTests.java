package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksBeforeTheStartTests {

	@Test
	void aPortInUseIsNamedWithItsUseAndItsHolder() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = socket.getLocalPort();

			assertThatExceptionOfType(PlatformRefused.class)
				.isThrownBy(() -> PortCheck.requireFree(Map.of(port, "Keycloak")))
				.withMessageContaining("Port " + port)
				.withMessageContaining("Keycloak")
				.withMessageContaining("process " + ProcessHandle.current().pid());
		}
	}

	@Test
	void aPortOpenToAllTheWorldCountsAsInUse() throws IOException {
		try (var socket = new ServerSocket(0)) {
			assertThat(PortCheck.isFree(socket.getLocalPort())).isFalse();
		}
	}

	@Test
	void freePortsAreNoHindrance() throws IOException {
		int port;
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertThatNoException().isThrownBy(() -> PortCheck.requireFree(Map.of(port, "Keycloak")));
	}

	@Test
	void tooLittleDiskIsNamedWithWhatIsThereAndWhatIsNeeded() {
		assertThatExceptionOfType(PlatformRefused.class)
			.isThrownBy(() -> DiskCheck.requireSpace(Path.of("/some/folder"), 512L << 20))
			.withMessage("The disk of /some/folder has 0.5 GB left and the platform needs 2.0 GB: free some space.");
	}

	@Test
	void enoughDiskIsNoHindrance() {
		assertThatNoException()
			.isThrownBy(() -> DiskCheck.requireSpace(Path.of("/some/folder"), DiskCheck.NEEDED_BYTES));
	}

	@Test
	void everyPortOfABlockIsAnother() {
		var ports = new Ports(20_000);

		assertThat(ports.uses()).hasSize(Ports.COUNT);
		assertThat(new HashSet<>(ports.uses().values())).hasSize(Ports.COUNT);
		assertThat(ports.uses().keySet()).allMatch(port -> port >= 20_000 && port < 20_000 + Ports.COUNT);
	}

	@Test
	void aBaseThatLeavesTheRangeOfPortsIsRefused() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Ports(65_530))
			.withMessageContaining("choose one from 1024");
	}
}
