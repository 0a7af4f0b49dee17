package org.cohort.links;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A token opens nothing, or nothing any more. Uncaught it becomes a page that says so: 410 for what has expired, 404
 * for what never was. Its message never contains the token.
 */
public class LinkRefused extends ErrorResponseException {

	/** Why a token was refused. A revoked link has expired as far as its reader is concerned. */
	public enum Reason { EXPIRED, UNKNOWN }

	private final Reason reason;

	public LinkRefused(Reason reason) {
		super(status(reason), ProblemDetail.forStatusAndDetail(status(reason),
				reason == Reason.EXPIRED ? "This link has expired." : "This link is not one of ours."), null,
				reason == Reason.EXPIRED ? "error.link.expired" : "error.link.unknown", null);
		this.reason = reason;
	}

	private static HttpStatus status(Reason reason) {
		return reason == Reason.EXPIRED ? HttpStatus.GONE : HttpStatus.NOT_FOUND;
	}

	public Reason reason() {
		return reason;
	}
}
