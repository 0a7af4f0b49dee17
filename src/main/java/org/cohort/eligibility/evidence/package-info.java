/** Counts applicants' commits in the repositories that a programme names: information, never a score. */
@NullMarked
package org.cohort.eligibility.evidence;

import org.jspecify.annotations.NullMarked;
