package org.cohort.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.cohort.links.LinkRefused.Reason;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class LinksTests {

	@Autowired
	Links links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	private final UUID subject = UUID.randomUUID();

	@AfterEach
	void backToNow() {
		clock.reset();
	}

	@Test
	void aLinkOpensWhatItWasIssuedFor() {
		LinkRef ref = links.issue(LinkPurpose.CHECK_IN, subject, "3", inDays(7));

		Link opened = links.open(token(links.uri(ref)), LinkPurpose.CHECK_IN);

		assertThat(opened.id()).isEqualTo(ref.id());
		assertThat(opened.subject()).isEqualTo(subject);
		assertThat(opened.detail()).isEqualTo("3");
	}

	@Test
	void issuingTwiceIsIssuingOnceAndTheLaterExpiryCounts() {
		LinkRef first = links.issue(LinkPurpose.STATUS, subject, "", inDays(7));
		LinkRef second = links.issue(LinkPurpose.STATUS, subject, "", inDays(30));
		links.issue(LinkPurpose.STATUS, subject, "", inDays(1));

		assertThat(second).isEqualTo(first);
		assertThat(links.uri(second)).isEqualTo(links.uri(first));
		clock.forward(Duration.ofDays(20));
		assertThat(links.open(token(links.uri(first)), LinkPurpose.STATUS).subject()).isEqualTo(subject);
	}

	@Test
	void aLinkForOnePurposeOpensNoOther() {
		String token = token(links.uri(links.issue(LinkPurpose.STATUS, subject, "", inDays(7))));

		assertRefused(token, LinkPurpose.OFFER, Reason.UNKNOWN);
	}

	@Test
	void anExpiredLinkSaysThatItHasExpired() {
		String token = token(links.uri(links.issue(LinkPurpose.OFFER, subject, "", inDays(7))));

		clock.forward(Duration.ofDays(7).plusSeconds(1));

		assertRefused(token, LinkPurpose.OFFER, Reason.EXPIRED);
	}

	@Test
	void aRevokedLinkOpensNothingAndANewOneHasAnotherToken() {
		String before = token(links.uri(links.issue(LinkPurpose.OFFER, subject, "", inDays(7))));

		links.revoke(LinkPurpose.OFFER, subject);
		String after = token(links.uri(links.issue(LinkPurpose.OFFER, subject, "", inDays(7))));

		assertRefused(before, LinkPurpose.OFFER, Reason.EXPIRED);
		assertThat(after).isNotEqualTo(before);
		assertThat(links.open(after, LinkPurpose.OFFER).subject()).isEqualTo(subject);
	}

	@Test
	void aTokenWithOneLetterChangedIsUnknown() {
		String token = token(links.uri(links.issue(LinkPurpose.OFFER, subject, "", inDays(7))));

		for (int at = 0; at < token.length(); at++) {
			char changed = token.charAt(at) == 'A' ? 'B' : 'A';
			assertRefused(token.substring(0, at) + changed + token.substring(at + 1), LinkPurpose.OFFER,
					Reason.UNKNOWN);
		}
		assertRefused("", LinkPurpose.OFFER, Reason.UNKNOWN);
		assertRefused("ü".repeat(64), LinkPurpose.OFFER, Reason.UNKNOWN);
	}

	@Test
	void theTableHoldsNothingThatOpensAnything() {
		LinkRef ref = links.issue(LinkPurpose.OFFER, subject, "", inDays(7));
		String token = token(links.uri(ref));

		String row = jdbc.sql("select link::text from link where id = :id").param("id", ref.id()).query(String.class)
			.single();

		assertThat(row).doesNotContain(token);
		byte[] hash = jdbc.sql("select token_hash from link where id = :id").param("id", ref.id())
			.query(byte[].class).single();
		assertThat(hash).isEqualTo(Token.parse(token).orElseThrow().hash()).hasSize(32);
	}

	@Test
	void aTokenStandsInNoLogLine(CapturedOutput output) {
		LinkRef ref = links.issue(LinkPurpose.OFFER, subject, "", inDays(7));
		String token = token(links.uri(ref));
		links.open(token, LinkPurpose.OFFER);
		clock.forward(Duration.ofDays(8));
		assertRefused(token, LinkPurpose.OFFER, Reason.EXPIRED);
		assertThat(Token.parse(token).orElseThrow().toString()).doesNotContain(token);
		assertThat(new LinkSettings.Secret("a".repeat(40)).toString()).doesNotContain("aaa");

		assertThat(output).doesNotContain(token);
	}

	@Test
	void aDraftsAddressNamesItsRound() {
		URI address = links.uri(links.issue(LinkPurpose.DRAFT, subject, "spring-2027", inDays(7)));

		assertThat(address.getPath()).startsWith("/apply/spring-2027/draft/");
	}

	private void assertRefused(String token, LinkPurpose purpose, Reason reason) {
		assertThatExceptionOfType(LinkRefused.class).isThrownBy(() -> links.open(token, purpose))
			.satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
			.withMessageNotContaining(token.isEmpty() ? "nothing to find" : token);
	}

	private Instant inDays(int days) {
		return clock.instant().plus(Duration.ofDays(days));
	}

	private static String token(URI address) {
		return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
	}
}
