/** What all pages share: who may call them, layout, clear errors, rate limits. */
@NullMarked
package org.cohort.web;

import org.jspecify.annotations.NullMarked;
