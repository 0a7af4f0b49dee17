package org.cohort.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one platform: a block of thirteen from a base, so that a second platform fits beside the first.
 * Every one of them is opened on loopback only.
 */
public record Ports(int base) {

	static final int COUNT = 13;

	public Ports {
		if (base < 1024 || base > 65535 - COUNT) {
			throw new IllegalArgumentException(
					"The port base is %d; choose one from 1024 to %d.".formatted(base, 65535 - COUNT));
		}
	}

	public int application() {
		return base;
	}

	public int mailPage() {
		return base + 1;
	}

	/** Tasklist's pages and the engine's REST interface: one server. */
	public int tasklist() {
		return base + 2;
	}

	public int keycloak() {
		return base + 3;
	}

	public int smtp() {
		return base + 4;
	}

	public int postgres() {
		return base + 5;
	}

	/** The engine's gRPC gateway. */
	public int gateway() {
		return base + 6;
	}

	int search() {
		return base + 7;
	}

	int searchTransport() {
		return base + 8;
	}

	int brokerManagement() {
		return base + 9;
	}

	int brokerCommands() {
		return base + 10;
	}

	int brokerInternal() {
		return base + 11;
	}

	int applicationManagement() {
		return base + 12;
	}

	/** Each port with the words that a message uses for it. */
	Map<Integer, String> uses() {
		var uses = new LinkedHashMap<Integer, String>();
		uses.put(application(), "Cohort");
		uses.put(mailPage(), "the page of caught mails");
		uses.put(tasklist(), "Tasklist");
		uses.put(keycloak(), "Keycloak");
		uses.put(smtp(), "the mail catcher");
		uses.put(postgres(), "PostgreSQL");
		uses.put(gateway(), "the engine's gateway");
		uses.put(search(), "OpenSearch");
		uses.put(searchTransport(), "OpenSearch (transport)");
		uses.put(brokerManagement(), "the engine's health page");
		uses.put(brokerCommands(), "the engine (commands)");
		uses.put(brokerInternal(), "the engine (internal)");
		uses.put(applicationManagement(), "Cohort's health page");
		return uses;
	}
}
