/** Voluntary self-identification, kept apart: gives out folded counts, and attributes to the selection only. */
@NullMarked
package org.cohort.demographics;

import org.jspecify.annotations.NullMarked;
