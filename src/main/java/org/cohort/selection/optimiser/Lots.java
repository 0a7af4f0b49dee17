package org.cohort.selection.optimiser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Draws every applicant's lot: the first {@value #BITS} bits of HMAC-SHA-256(seed, id). The larger lot wins a tie. */
final class Lots {

	/** Many enough that two cohorts of equal lots do not happen, few enough that 500 of them fit a long. */
	static final int BITS = 36;

	private final Mac mac;

	Lots(String seed) {
		try {
			mac = Mac.getInstance("HmacSHA256");
			// An empty key is refused by Java; HMAC pads keys with zero bytes anyway, so one zero byte is the same.
			byte[] key = seed.isEmpty() ? new byte[1] : seed.getBytes(StandardCharsets.UTF_8);
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Java always has HmacSHA256", impossible);
		}
	}

	long of(String id) {
		return ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8))).getLong() >>> (64 - BITS);
	}

	/** A number from 0 to bound - 1 for a purpose, such as the panel that is drawn. */
	int below(int bound, String purpose) {
		long bits = ByteBuffer.wrap(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8))).getLong();
		return (int) Long.remainderUnsigned(bits, bound);
	}
}
