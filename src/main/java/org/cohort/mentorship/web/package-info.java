/** The pages of participants and mentors. */
@NullMarked
package org.cohort.mentorship.web;

import org.jspecify.annotations.NullMarked;
