package org.cohort.links;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret part of a link's address: base64url(id ‖ HMAC-SHA256(key, id ‖ purpose)). It is never stored, only its
 * SHA-256 is, and it can be derived again whenever a mail needs it.
 */
record Token(UUID id, String text) {

	private static final int LENGTH = 16 + 32;

	static Token of(UUID id, LinkPurpose purpose, byte[] key) {
		byte[] idBytes = bytes(id);
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			mac.update(idBytes);
			mac.update(purpose.name().getBytes(StandardCharsets.UTF_8));
			byte[] whole = ByteBuffer.allocate(LENGTH).put(idBytes).put(mac.doFinal()).array();
			return new Token(id, Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
		}
		catch (GeneralSecurityException absent) {
			throw new IllegalStateException("Every Java has HmacSHA256", absent);
		}
	}

	/** The id a token claims to have; says nothing yet about whether the token is genuine. */
	static Optional<Token> parse(String text) {
		if (text.length() != LENGTH / 3 * 4) {
			return Optional.empty();
		}
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
			return Optional.of(new Token(new UUID(bytes.getLong(), bytes.getLong()), text));
		}
		catch (IllegalArgumentException notBase64) {
			return Optional.empty();
		}
	}

	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException absent) {
			throw new IllegalStateException("Every Java has SHA-256", absent);
		}
	}

	/** Compares in constant time, so that guessing byte by byte gains nothing. */
	boolean matches(Token other) {
		return MessageDigest.isEqual(text.getBytes(StandardCharsets.US_ASCII),
				other.text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
			.array();
	}

	@Override
	public String toString() {
		return "Token[of " + id + "]";
	}
}
