/** The pages of the reports: for staff, and read-only for the grant giver. */
@NullMarked
package org.cohort.reporting.web;

import org.jspecify.annotations.NullMarked;
