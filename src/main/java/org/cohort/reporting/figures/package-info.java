/** The arithmetic of the reports: pure, and honest about what is missing. */
@NullMarked
package org.cohort.reporting.figures;

import org.jspecify.annotations.NullMarked;
