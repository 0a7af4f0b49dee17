/**
 * What else takes somebody's time, and how many hours it leaves free in each week of a run. Pure: no Spring, no
 * clock.
 */
@NullMarked
package org.cohort.availability;

import org.jspecify.annotations.NullMarked;
