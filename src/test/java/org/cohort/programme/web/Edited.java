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
		return read(programmes, yaml(own()));
	}

	/** A programme that says everything that a file can say. */
	static Programme everything(Programmes programmes) {
		return read(programmes, text("writing-season").replace("slug: writing-season", "slug: " + own()));
	}

	static String yaml(String slug) {
		return text("default").replace("slug: first-steps", "slug: " + slug);
	}

	private static String own() {
		return "e" + UUID.randomUUID().toString().substring(0, 8);
	}

	private static Programme read(Programmes programmes, String yaml) {
		return programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "ada");
	}

	private static String text(String name) {
		try (var file = Edited.class.getResourceAsStream("/programmes/" + name + ".yaml")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
