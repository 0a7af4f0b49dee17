/** The reports to the grant giver: weekly on each participant and on the group, and the summary at the end. */
@NullMarked
package org.cohort.reporting;

import org.jspecify.annotations.NullMarked;
