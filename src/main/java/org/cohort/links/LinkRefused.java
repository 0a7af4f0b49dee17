package org.cohort.links;

/** A token opens nothing, or nothing any more. Its message never contains the token. */
public class LinkRefused extends RuntimeException {

	/** Why a token was refused. A revoked link has expired as far as its reader is concerned. */
	public enum Reason { EXPIRED, UNKNOWN }

	private final Reason reason;

	public LinkRefused(Reason reason) {
		super(reason == Reason.EXPIRED ? "This link has expired." : "This link is not one of ours.");
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}
}
