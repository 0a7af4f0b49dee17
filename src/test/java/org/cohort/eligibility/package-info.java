/** Tests of the module. */
@NullMarked
package org.cohort.eligibility;

import org.jspecify.annotations.NullMarked;
