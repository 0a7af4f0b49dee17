/** The whole surroundings of Cohort on one machine: for {@code mvn spring-boot:test-run} and for the platform tests. */
@NullMarked
package org.cohort.platform;

import org.jspecify.annotations.NullMarked;
