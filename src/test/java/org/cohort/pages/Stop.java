package org.cohort.pages;

import org.jspecify.annotations.Nullable;

/**
 * One page of the walk.
 *
 * @param name of its pictures
 * @param pattern the address as handlers know it
 * @param path the address with everything filled in
 * @param who who looks at it, as {@code anna.reviewer:reviewers}; nobody in particular for pages without sign-in
 */
record Stop(String name, String pattern, String path, @Nullable String who) {

	boolean forStaff() {
		return who != null;
	}
}
