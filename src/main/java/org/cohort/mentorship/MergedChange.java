package org.cohort.mentorship;

import java.net.URI;
import java.net.URISyntaxException;

/** A change of a participant that a project merged: where it can be seen, and what it was. */
public record MergedChange(URI link, ChangeKind kind) {

	private static final int LONGEST = 500;

	public MergedChange {
		var scheme = link.getScheme();
		if (scheme == null || !(scheme.equals("https") || scheme.equals("http")) || link.getHost() == null) {
			throw new IllegalArgumentException("A link starts with https:// and names a page, "
					+ "for example https://example.org/project/pull/12.");
		}
		if (link.toString().length() > LONGEST) {
			throw new IllegalArgumentException("This link is too long (at most %d characters).".formatted(LONGEST));
		}
	}

	/** Reads a link as a person wrote it. */
	public static MergedChange of(String link, ChangeKind kind) {
		try {
			return new MergedChange(new URI(link.strip()), kind);
		}
		catch (URISyntaxException unreadable) {
			throw new IllegalArgumentException("This is not a link: please copy the whole address of the change.");
		}
	}

	/** The link without its scheme, short enough for a table. */
	public String shortLink() {
		var text = link.getHost() + (link.getRawPath() == null ? "" : link.getRawPath());
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}
}
