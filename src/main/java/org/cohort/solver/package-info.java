/**
 * The native libraries of the solver, loaded once for everything that computes with it.
 */
@NullMarked
package org.cohort.solver;

import org.jspecify.annotations.NullMarked;
