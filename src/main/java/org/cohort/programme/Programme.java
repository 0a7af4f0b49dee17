package org.cohort.programme;

import java.util.UUID;

/**
 * A mentorship programme: a name and its settings. It has rounds.
 *
 * @param slug its short name in addresses and files
 * @param version which of all its versions this is; grows with every change. An application keeps the version whose
 * questions it answered, see {@link Programmes#questions}
 */
public record Programme(UUID id, String slug, String name, Settings settings, long version) {

	public Programme {
		Check.key(slug, "The programme's short name");
		name = Check.text(name, "The programme's name");
	}
}
