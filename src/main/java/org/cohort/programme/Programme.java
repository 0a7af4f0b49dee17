package org.cohort.programme;

import java.util.UUID;

/**
 * A mentorship programme: a name and its settings. It has rounds.
 *
 * @param slug its short name in addresses and files
 */
public record Programme(UUID id, String slug, String name, Settings settings) {

	public Programme {
		Check.key(slug, "The programme's short name");
		name = Check.text(name, "The programme's name");
	}
}
