/** Offers of a seat, their answers and their deadlines. */
@NullMarked
package org.cohort.offer;

import org.jspecify.annotations.NullMarked;
