/** Walks every page there is in a real browser. */
@NullMarked
package org.cohort.pages;

import org.jspecify.annotations.NullMarked;
