package org.cohort.programme;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A programme as one YAML file, to be read, versioned and carried to another installation.
 *
 * @param firstRound a round to open when the programme is created at start-up, as the demonstration does
 */
public record ProgrammeFile(String slug, String name, Settings settings, @Nullable FirstRound firstRound) {

	private static final int LARGEST = 1_000_000;

	private static final YAMLMapper YAML = shared(YAMLMapper.builder())
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

	private static final JsonMapper JSON = shared(JsonMapper.builder()).build();

	private static final JsonMapper STRICT = shared(JsonMapper.builder())
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

	/** A round that opens at once; lengths are counted from now. */
	public record FirstRound(String slug, String title, Duration closesIn, Duration runStartsIn) {
	}

	public ProgrammeFile {
		Check.key(slug, "The programme's short name");
		name = Check.text(name, "The programme's name");
		if (settings == null) {
			throw new IllegalArgumentException("The settings are missing.");
		}
	}

	/** Reads a file; refuses unknown and wrong entries with a sentence that names the place. */
	public static ProgrammeFile read(InputStream yaml) {
		byte @Nullable [] content = null;
		try {
			content = yaml.readNBytes(LARGEST + 1);
			if (content.length > LARGEST) {
				throw new ProgrammeRefused("A programme's file has at most one megabyte.");
			}
			ProgrammeFile file = YAML.readValue(content, ProgrammeFile.class);
			if (file == null) {
				throw new ProgrammeRefused("The file is empty.");
			}
			return file;
		}
		catch (JacksonException | IOException refused) {
			throw new ProgrammeRefused(FileFault.words(refused, YAML, content), refused);
		}
	}

	String write() {
		return YAML.writeValueAsString(this);
	}

	static String json(Settings settings) {
		return JSON.writeValueAsString(settings);
	}

	static Settings settings(String json) {
		return JSON.readValue(json, Settings.class);
	}

	static ObjectNode tree(String name, String settings) {
		return JSON.createObjectNode().put("name", name).set("settings", JSON.readTree(settings));
	}

	static ProgrammeTree read(ObjectNode tree) {
		try {
			return new ProgrammeTree(Check.text(tree.path("name").asString(""), "The programme's name"),
					STRICT.treeToValue(tree.get("settings"), Settings.class));
		}
		catch (JacksonException | IllegalArgumentException refused) {
			throw new ProgrammeRefused(FileFault.words(refused, YAML, null), refused);
		}
	}

	static @Nullable JsonNode part(String yaml) {
		if (yaml.isBlank()) {
			return null;
		}
		try {
			return YAML.readTree(yaml);
		}
		catch (JacksonException refused) {
			throw new ProgrammeRefused(FileFault.words(refused, YAML, null), refused);
		}
	}

	static String part(JsonNode part) {
		return YAML.writeValueAsString(part).replaceFirst("^---\\s*", "");
	}

	/** The questions of settings that were stored once, whether or not the rest would still be taken today. */
	static QuestionSet questions(String json) {
		Asked asked = JSON.readValue(json, Asked.class);
		String main = asked.languages() == null || asked.languages().isEmpty() ? "en" : asked.languages().getFirst();
		return new QuestionSet(asked.questions() == null ? List.of()
				: asked.questions().stream().map(question -> question.spoken(main)).toList());
	}

	/** The part of settings that old applications need. */
	private record Asked(@Nullable List<String> languages, @Nullable List<Question> questions) {
	}

	private static <M extends tools.jackson.databind.ObjectMapper, B extends MapperBuilder<M, B>> B shared(B builder) {
		return builder.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
				.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
				.changeDefaultPropertyInclusion(inclusion ->
						inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
	}
}
