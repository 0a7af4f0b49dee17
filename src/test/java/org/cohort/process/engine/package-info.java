/** The engine alone, with a clock that can be moved and every record it writes, for tests of the processes. */
@NullMarked
package org.cohort.process.engine;

import org.jspecify.annotations.NullMarked;
