package org.cohort.selection.optimiser;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import org.cohort.selection.optimiser.InvalidInputException.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.jspecify.annotations.Nullable;

/** JSON of proposals. Canonical: fields and keys in alphabetical order, no blanks, doubles in their shortest form. */
final class Documents {

	private static final JsonMapper MAPPER = JsonMapper.builder()
			.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.addModule(new SimpleModule().addKeyDeserializer(Trait.class, new TraitKeys())).build();

	private Documents() {
	}

	static String write(Proposal proposal) {
		return MAPPER.writeValueAsString(proposal);
	}

	static Proposal read(String json) {
		try {
			return MAPPER.readValue(json, Proposal.class);
		}
		catch (JacksonException | NullPointerException wrong) {
			throw new InvalidInputException(
					List.of(new Problem("", "This is not a stored proposal: " + firstLine(wrong.getMessage()))));
		}
	}

	private static String firstLine(@Nullable String message) {
		return message == null ? "something is missing" : message.lines().findFirst().orElse("");
	}

	static String inputHash(Pool pool, Policy policy) {
		TreeMap<String, Object> input = new TreeMap<>();
		input.put("pool", pool);
		input.put("policy", policy.withSeed(""));
		MessageDigest digest = digest();
		// Of 100,000 people the text is long; nobody needs it in one piece.
		MAPPER.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), input);
		return HexFormat.of().formatHex(digest.digest());
	}

	static String sha256(String text) {
		return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Java always has SHA-256", impossible);
		}
	}

	/** Reads «region=AF». */
	private static final class TraitKeys extends KeyDeserializer {

		@Override
		public Object deserializeKey(String key, DeserializationContext context) {
			int equals = key.indexOf('=');
			Require.that(equals > 0, "«" + key + "» is not an attribute with a value.");
			return new Trait(key.substring(0, equals), key.substring(equals + 1));
		}
	}
}
