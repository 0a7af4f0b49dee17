/** Tests of the module. */
@NullMarked
package org.cohort.demographics;

import org.jspecify.annotations.NullMarked;
