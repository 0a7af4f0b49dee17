@NullMarked
package org.cohort.selection.optimiser;

import org.jspecify.annotations.NullMarked;
