/**
 * Chooses a cohort that is as diverse as the pool allows, then strong, with proof, reasons and a fair lottery. Pure: no
 * Spring, no clock, no database; {@code docs/selection.md} explains the method.
 */
@NullMarked
package org.cohort.selection.optimiser;

import org.jspecify.annotations.NullMarked;
