/** Tests of the module. */
@NullMarked
package org.cohort.programme;

import org.jspecify.annotations.NullMarked;
