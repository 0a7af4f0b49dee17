/** Append-only, hash-chained record of who did what. */
@NullMarked
package org.cohort.audit;

import org.jspecify.annotations.NullMarked;
