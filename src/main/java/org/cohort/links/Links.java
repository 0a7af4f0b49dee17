package org.cohort.links;

import java.net.URI;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.cohort.links.LinkRefused.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues and opens the links that take the place of accounts. Whoever holds a link may do what its purpose allows, so
 * the token in it is never stored or logged; see {@link Token}.
 */
@Service
public class Links {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LinkSettings settings;

	Links(JdbcClient jdbc, Clock clock, LinkSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Issues a link, or returns the one that this purpose, subject and detail already have; its expiry is moved later
	 * when a later one is asked for, never earlier.
	 * @param detail narrows the subject, such as the number of a week; may be empty
	 */
	@Transactional
	public LinkRef issue(LinkPurpose purpose, UUID subject, String detail, Instant expires) {
		UUID id = UUID.randomUUID();
		UUID issued = jdbc.sql("""
				insert into link (id, purpose, subject_id, detail, token_hash, issued_at, expires_at)
				values (:id, :purpose, :subject, :detail, :hash, :now, :expires)
				on conflict (purpose, subject_id, detail) where revoked_at is null
				do update set expires_at = greatest(link.expires_at, excluded.expires_at)
				returning id
				""")
			.param("id", id)
			.param("purpose", purpose.name())
			.param("subject", subject)
			.param("detail", detail)
			.param("hash", Token.of(id, purpose, settings.links().bytes()).hash())
			.param("now", timestamp(clock.instant()))
			.param("expires", timestamp(expires))
			.query(UUID.class)
			.single();
		return new LinkRef(issued);
	}

	/** Lets the links of this purpose and detail that are in force work at least until then. */
	@Transactional
	public void prolong(LinkPurpose purpose, String detail, Instant expires) {
		jdbc.sql("update link set expires_at = :expires where purpose = :purpose and detail = :detail "
				+ "and revoked_at is null and expires_at > :now and expires_at < :expires")
			.param("expires", timestamp(expires))
			.param("purpose", purpose.name())
			.param("detail", detail)
			.param("now", timestamp(clock.instant()))
			.update();
	}

	/** As {@link #issue}, but gives the address at once, for a person who is here and whom no mail has to reach. */
	@Transactional
	public URI issueAddress(LinkPurpose purpose, UUID subject, String detail, Instant expires) {
		LinkRef issued = issue(purpose, subject, detail, expires);
		return address(purpose, detail, Token.of(issued.id(), purpose, settings.links().bytes()));
	}

	/** The link that was issued for this and is in force, if there is one; for pages, which only read. */
	@Transactional(readOnly = true)
	public Optional<LinkRef> find(LinkPurpose purpose, UUID subject, String detail) {
		return jdbc.sql("select id from link where purpose = :purpose and subject_id = :subject and detail = :detail "
				+ "and revoked_at is null and expires_at > :now")
			.param("purpose", purpose.name())
			.param("subject", subject)
			.param("detail", detail)
			.param("now", timestamp(clock.instant()))
			.query((row, number) -> new LinkRef(row.getObject("id", UUID.class)))
			.optional();
	}

	/**
	 * The address to hand to the person the link is for, and to nobody else.
	 * @throws LinkRefused if there is no such link
	 */
	@Transactional(readOnly = true)
	public URI uri(LinkRef ref) {
		Row row = row(ref.id());
		return address(row.purpose, row.detail, Token.of(row.id, row.purpose, settings.links().bytes()));
	}

	private URI address(LinkPurpose purpose, String detail, Token token) {
		return URI.create(settings.publicUrl() + purpose.path(detail, token.text()));
	}

	/**
	 * Opens a link. Opening changes nothing and may be repeated.
	 * @throws LinkRefused if the token is not genuine, is for another purpose, has expired or was revoked
	 */
	@Transactional(readOnly = true)
	public Link open(String token, LinkPurpose purpose) {
		Token given = Token.parse(token).orElseThrow(() -> new LinkRefused(Reason.UNKNOWN));
		Token genuine = Token.of(given.id(), purpose, settings.links().bytes());
		if (!genuine.matches(given)) {
			throw new LinkRefused(Reason.UNKNOWN);
		}
		Row row = row(given.id());
		if (row.purpose != purpose || !MessageDigest.isEqual(row.hash, given.hash())) {
			throw new LinkRefused(Reason.UNKNOWN);
		}
		if (row.revoked || !row.expires.isAfter(clock.instant())) {
			throw new LinkRefused(Reason.EXPIRED);
		}
		return new Link(row.id, row.purpose, row.subject, row.detail, row.expires);
	}

	/** Makes every link of this purpose and subject useless. A new one can be issued afterwards. */
	@Transactional
	public void revoke(LinkPurpose purpose, UUID subject) {
		jdbc.sql("update link set revoked_at = :now where purpose = :purpose and subject_id = :subject "
				+ "and revoked_at is null")
			.param("now", timestamp(clock.instant()))
			.param("purpose", purpose.name())
			.param("subject", subject)
			.update();
	}

	private Row row(UUID id) {
		return jdbc.sql("select * from link where id = :id")
			.param("id", id)
			.query(Row::of)
			.optional()
			.orElseThrow(() -> new LinkRefused(Reason.UNKNOWN));
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private record Row(UUID id, LinkPurpose purpose, UUID subject, String detail, byte[] hash, Instant expires,
			boolean revoked) {

		static Row of(ResultSet columns, int number) throws SQLException {
			return new Row(columns.getObject("id", UUID.class), LinkPurpose.valueOf(columns.getString("purpose")),
					columns.getObject("subject_id", UUID.class), columns.getString("detail"),
					columns.getBytes("token_hash"), columns.getTimestamp("expires_at").toInstant(),
					columns.getTimestamp("revoked_at") != null);
		}
	}
}
