/** What the tests of all modules share: a real database, a clock to move, an application to call. */
@NullMarked
package org.cohort.support;

import org.jspecify.annotations.NullMarked;
