/**
 * Who reviews which application, the blind dossier page with the rubric, and the score that the reviews make together.
 */
@NullMarked
package org.cohort.review;

import org.jspecify.annotations.NullMarked;
