/** Tests of the module. */
@NullMarked
package org.cohort.application;

import org.jspecify.annotations.NullMarked;
