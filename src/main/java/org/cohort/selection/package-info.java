/** The proposal computed from the pool, the committee's decision, the waiting list. */
@NullMarked
package org.cohort.selection;

import org.jspecify.annotations.NullMarked;
