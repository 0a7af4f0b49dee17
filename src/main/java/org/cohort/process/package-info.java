/** The only package that talks to the process engine: workers, messages, deployment, stuck work. */
@NullMarked
package org.cohort.process;

import org.jspecify.annotations.NullMarked;
