/** The pages of the final evaluation and of the follow-ups. */
@NullMarked
package org.cohort.evaluation.web;

import org.jspecify.annotations.NullMarked;
