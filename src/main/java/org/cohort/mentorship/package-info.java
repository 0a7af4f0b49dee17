/** The run: mentors and participants, their agreement, their weeks and hours, and how a participation ends. */
@NullMarked
package org.cohort.mentorship;

import org.jspecify.annotations.NullMarked;
