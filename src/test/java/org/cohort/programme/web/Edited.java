package org.cohort.programme.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;

/** Programmes of their own for tests that edit. */
final class Edited {

	private Edited() {
	}

	/** The founding programme under another short name. */
	static Programme programme(Programmes programmes) {
		return programmes.importYaml(new ByteArrayInputStream(yaml("e" + UUID.randomUUID().toString().substring(0, 8))
				.getBytes(StandardCharsets.UTF_8)), "ada");
	}

	static String yaml(String slug) {
		try (var file = Edited.class.getResourceAsStream("/programmes/default.yaml")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("slug: first-steps", "slug: " + slug);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
