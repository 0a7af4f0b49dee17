package org.cohort.application;

import java.security.SecureRandom;

/** Makes codes such as {@code K7QM-2X}: random, without letters and digits that look alike, without meaning. */
final class Codes {

	private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Codes() {
	}

	static String next() {
		StringBuilder code = new StringBuilder(7);
		for (int i = 0; i < 6; i++) {
			code.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}
}
