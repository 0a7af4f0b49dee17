/**
 * Selecting and verifying from files, for a lead with a spreadsheet, for auditors and for benchmarks; needs no server.
 * Open to the application's main method, which hands over before Spring starts.
 */
@NamedInterface("command line")
@NullMarked
package org.cohort.selection.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
