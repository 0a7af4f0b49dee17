/**
 * Selecting and verifying from files, for a lead with a spreadsheet, for auditors and for benchmarks; needs no
 * server.
 */
@NullMarked
package org.cohort.selection.commandline;

import org.jspecify.annotations.NullMarked;
