package org.cohort.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** In which part of the world a country is, by {@code regions.properties}. */
final class Regions {

	static final String UNKNOWN = "unknown";

	private static final Map<String, String> REGIONS = read();

	private Regions() {
	}

	/** The region of an ISO 3166-1 country code. */
	static String of(String country) {
		return REGIONS.getOrDefault(country, UNKNOWN);
	}

	private static Map<String, String> read() {
		Properties properties = new Properties();
		try (InputStream file = Regions.class.getResourceAsStream("/regions.properties")) {
			properties.load(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		Map<String, String> regions = new HashMap<>();
		properties.stringPropertyNames().forEach(region -> {
			for (String country : properties.getProperty(region).split(" ")) {
				regions.put(country, region);
			}
		});
		return regions;
	}
}
