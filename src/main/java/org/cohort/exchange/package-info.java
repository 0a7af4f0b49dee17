/** Applications in and out: import from other form services, export, and the interface for other programs. */
@NullMarked
package org.cohort.exchange;

import org.jspecify.annotations.NullMarked;
