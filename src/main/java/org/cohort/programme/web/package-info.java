/** The pages on which a programme is edited, its history, and its file. */
@NullMarked
package org.cohort.programme.web;

import org.jspecify.annotations.NullMarked;
