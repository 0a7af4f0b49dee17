package org.cohort.web;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;

/**
 * What a member of staff searches for, which may be a name: it stays in the session, and addresses carry a number that
 * means nothing to anybody else, so no access log, history or bookmark holds it. Gone when the session ends.
 */
public final class KeptWords {

	private static final String ATTRIBUTE = KeptWords.class.getName();

	/** Enough for everything that is open in somebody's browser. */
	private static final int MOST = 200;

	private static final SecureRandom RANDOM = new SecureRandom();

	private KeptWords() {
	}

	/** Keeps words and returns what stands for them in addresses; empty for no words. */
	public static String keep(HttpSession session, String words) {
		if (words.isBlank()) {
			return "";
		}
		Map<String, String> kept = kept(session);
		synchronized (kept) {
			for (var entry : kept.entrySet()) {
				if (entry.getValue().equals(words)) {
					return entry.getKey();
				}
			}
			byte[] random = new byte[6];
			RANDOM.nextBytes(random);
			String key = HexFormat.of().formatHex(random);
			kept.put(key, words);
			return key;
		}
	}

	/** The words that the key stands for; nothing if they were kept in another session. */
	public static Optional<String> read(HttpSession session, String key) {
		return key.isEmpty() ? Optional.of("") : Optional.ofNullable(kept(session).get(key));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> kept(HttpSession session) {
		synchronized (session) {
			Object kept = session.getAttribute(ATTRIBUTE);
			if (kept == null) {
				kept = Collections.synchronizedMap(new Newest());
				session.setAttribute(ATTRIBUTE, kept);
			}
			return (Map<String, String>) kept;
		}
	}

	private static final class Newest extends LinkedHashMap<String, String> {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MOST;
		}
	}
}
