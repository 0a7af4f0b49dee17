/** Minimum requirements as pure policies, and the record of every screening. The table itself is DMN. */
@NullMarked
package org.cohort.eligibility;

import org.jspecify.annotations.NullMarked;
