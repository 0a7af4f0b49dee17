package org.cohort.links;

import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/**
 * What a link is good for. A token opens exactly one kind of page: the purpose is part of what is signed, so a link to
 * a status page never opens an offer.
 */
public enum LinkPurpose {

	/** The detail is the round's slug. */
	DRAFT("/apply/{detail}/draft/{token}"),
	CONFIRM("/confirm/{token}"),
	STATUS("/status/{token}"),
	SELF_IDENTIFICATION("/about-you/{token}"),
	/** Questions that were opened again. */
	MORE("/more/{token}"),
	APPEAL("/appeal/{token}"),
	OFFER("/offer/{token}"),
	AGREEMENT("/agreement/{token}"),
	/** The detail is the week's number. */
	CHECK_IN("/check-in/{token}"),
	PARTICIPATION("/participation/{token}"),
	EVALUATION("/evaluation/{token}"),
	/** The detail is the follow-up's number. */
	FOLLOW_UP("/follow-up/{token}"),
	REPORT("/reports/{token}");

	private final String path;

	LinkPurpose(String path) {
		this.path = path;
	}

	String path(String detail, String token) {
		return path.replace("{detail}", UriUtils.encode(detail, StandardCharsets.UTF_8)).replace("{token}", token);
	}
}
