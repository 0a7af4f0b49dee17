package org.cohort.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Refuses to begin while somebody else holds a port, and says which port and who. */
final class PortCheck {

	private PortCheck() {
	}

	/**
	 * Checks that every port can be opened on loopback.
	 * @param uses the ports with what each is for
	 * @throws PlatformRefused naming the first port that is taken, and its holder if that can be found out
	 */
	static void requireFree(Map<Integer, String> uses) {
		uses.forEach((port, use) -> {
			if (!isFree(port)) {
				String holder = PortHolder.of(port).map(" by "::concat).orElse("");
				throw new PlatformRefused(("Port %d, needed for %s, is in use%s: stop that program,"
						+ " or choose another block of ports with -Dcohort.platform.port-base=NUMBER.")
					.formatted(port, use, holder));
			}
		});
	}

	static boolean isFree(int port) {
		try (var socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException taken) {
			return false;
		}
	}

	/** The first base, from the given one in steps of twenty, whose whole block is free. */
	static Ports freeBlockFrom(int base) {
		for (int candidate = base; candidate < 60_000; candidate += 20) {
			var ports = new Ports(candidate);
			if (ports.uses().keySet().stream().allMatch(PortCheck::isFree)) {
				return ports;
			}
		}
		throw new PlatformRefused("No free block of %d ports was found from %d on.".formatted(Ports.COUNT, base));
	}
}
