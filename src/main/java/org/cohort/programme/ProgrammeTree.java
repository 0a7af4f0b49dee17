package org.cohort.programme;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A programme as the tree of its file: {@code name} and {@code settings}, with the names that files use. What pages
 * change and histories compare is this tree; {@link #read} says whether it is a programme.
 */
public record ProgrammeTree(String name, Settings settings) {

	/** The tree of a programme. The caller may change it. */
	public static ObjectNode of(Programme programme) {
		return ProgrammeFile.tree(programme.name(), ProgrammeFile.json(programme.settings()));
	}

	/** The tree of a programme as it was. */
	public static ObjectNode of(ProgrammeVersion version) {
		return ProgrammeFile.tree(version.name(), version.settings());
	}

	/** The tree of a file. */
	public static ObjectNode of(ProgrammeFile file) {
		return ProgrammeFile.tree(file.name(), ProgrammeFile.json(file.settings()));
	}

	/**
	 * Reads a tree.
	 * @throws ProgrammeRefused if it is no programme; the message says why
	 */
	public static ProgrammeTree read(ObjectNode tree) {
		return ProgrammeFile.read(tree);
	}

	/** Reads a part of a file that was typed in, or nothing if nothing was. */
	public static @Nullable JsonNode part(String yaml) {
		return ProgrammeFile.part(yaml);
	}

	/** Writes a part of a file. */
	public static String part(JsonNode part) {
		return ProgrammeFile.part(part);
	}
}
