/** Drafts, submission, proof of the e-mail address, status page, withdrawal, and the blind dossier. */
@NullMarked
package org.cohort.application;

import org.jspecify.annotations.NullMarked;
