/** Cohort: choosing and running a mentorship cohort. One package per business capability. */
@NullMarked
package org.cohort;

import org.jspecify.annotations.NullMarked;
