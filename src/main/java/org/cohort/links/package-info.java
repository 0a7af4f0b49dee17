/** Signed, expiring, single-purpose links: how people without an account reach their own pages. */
@NullMarked
package org.cohort.links;

import org.jspecify.annotations.NullMarked;
