/** Mails as ledger rows: rendered once, sent once, and a person decides when it is unclear whether one left. */
@NullMarked
package org.cohort.mail;

import org.jspecify.annotations.NullMarked;
