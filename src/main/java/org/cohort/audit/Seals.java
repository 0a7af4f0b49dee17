package org.cohort.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.cohort.audit.AuditTrail.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the entries of the audit trail: each seal is SHA-256(seal before ‖ entry). Entries are sealed a moment after
 * they were written, one sealer at a time, so that writing never waits for the chain. Whoever changes or removes a
 * sealed entry breaks the chain from there on, unless they also renew every later seal; the newest seal is therefore
 * also written to the log, where it can be compared.
 */
@Component
public class Seals {

	private static final Logger log = LoggerFactory.getLogger(Seals.class);

	private static final byte[] BEGINNING = new byte[32];

	private static final int AT_ONCE = 500;

	/** Entries may be committed out of order, but never this far. */
	private static final int LOOK_BACK = 10_000;

	private final JdbcClient jdbc;

	Seals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Seals what is not sealed yet. */
	@Scheduled(fixedDelayString = "PT5S")
	@Transactional
	public void seal() {
		if (!jdbc.sql("select pg_try_advisory_xact_lock(17)").query(Boolean.class).single()) {
			return;
		}
		List<Entry> open = jdbc.sql("""
				select e.* from audit_entry e
				where e.id > (select coalesce(max(entry_id), 0) from audit_seal) - :back
				and not exists (select from audit_seal s where s.entry_id = e.id)
				order by e.id limit :limit
				""")
			.param("back", LOOK_BACK)
			.param("limit", AT_ONCE)
			.query(Entry::of)
			.list();
		if (open.isEmpty()) {
			return;
		}
		Optional<Seal> last = jdbc.sql("select * from audit_seal order by position desc limit 1")
			.query((row, number) -> new Seal(row.getLong("position"), row.getBytes("hash"))).optional();
		long position = last.map(Seal::position).orElse(0L);
		byte[] hash = last.map(Seal::hash).orElse(BEGINNING);
		for (Entry entry : open) {
			hash = hash(hash, entry);
			jdbc.sql("insert into audit_seal (position, entry_id, hash) values (:position, :entry, :hash)")
				.param("position", ++position)
				.param("entry", entry.id())
				.param("hash", hash)
				.update();
		}
		log.info("The audit trail is sealed up to {}: {}", position, HexFormat.of().formatHex(hash));
	}

	/** Goes through the whole chain. */
	@Transactional(readOnly = true)
	public Verification verify() {
		Checker checker = new Checker();
		jdbc.sql("""
				select s.position, s.hash, s.entry_id, e.* from audit_seal s
				left join audit_entry e on e.id = s.entry_id order by s.position
				""").query(row -> {
			checker.check(row.getLong("position"), row.getBytes("hash"),
					row.getObject("at") == null ? null : Entry.of(row, 0));
		});
		return new Verification(checker.sealed, Optional.ofNullable(checker.brokenAt));
	}

	@Scheduled(cron = "0 40 3 * * *", zone = "UTC")
	void verifyNightly() {
		Verification verification = verify();
		verification.brokenAt().ifPresentOrElse(
				position -> log.error("The audit trail was tampered with: its seal {} does not fit", position),
				() -> log.info("The audit trail is unbroken: {} entries", verification.sealed()));
	}

	static byte[] hash(byte[] before, Entry entry) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(before);
			for (String part : List.of(Long.toString(entry.id()), entry.at().toString(), entry.actor(), entry.action(),
					entry.subjectType(), entry.subject().toString(), entry.detail())) {
				byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
				// The length first, so that no text can run over into the next part.
				digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
				digest.update(bytes);
			}
			return digest.digest();
		}
		catch (GeneralSecurityException absent) {
			throw new IllegalStateException("Every Java has SHA-256", absent);
		}
	}

	/**
	 * What a check of the chain found.
	 *
	 * @param sealed how many entries fit
	 * @param brokenAt the first seal that does not fit
	 */
	public record Verification(long sealed, Optional<Long> brokenAt) {
	}

	private record Seal(long position, byte[] hash) {
	}

	private static class Checker {

		private byte[] hash = BEGINNING;

		private long sealed;

		private @Nullable Long brokenAt;

		void check(long position, byte[] seal, @Nullable Entry entry) {
			if (brokenAt != null) {
				return;
			}
			if (entry == null || position != sealed + 1 || !Arrays.equals(hash(hash, entry), seal)) {
				brokenAt = position;
				return;
			}
			hash = seal;
			sealed++;
		}
	}
}
