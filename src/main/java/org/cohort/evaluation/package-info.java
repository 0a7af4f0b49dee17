/** What became of a participation: both sides' final evaluation, and the follow-ups months later. */
@NullMarked
package org.cohort.evaluation;

import org.jspecify.annotations.NullMarked;
