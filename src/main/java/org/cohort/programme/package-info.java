/** A programme and its rounds: dates, seats, week length, hours, questions, rubric, success criteria. */
@NullMarked
package org.cohort.programme;

import org.jspecify.annotations.NullMarked;
