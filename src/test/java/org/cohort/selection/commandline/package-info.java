@NullMarked
package org.cohort.selection.commandline;

import org.jspecify.annotations.NullMarked;
