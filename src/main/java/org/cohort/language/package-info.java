/** The languages people can read Cohort in: which one somebody reads, and dates and numbers in its form. */
@NullMarked
package org.cohort.language;

import org.jspecify.annotations.NullMarked;
