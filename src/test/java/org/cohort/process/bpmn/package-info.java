/** Keeps the diagrams, forms and decisions in {@code bpmn/} right, whole and readable. */
@NullMarked
package org.cohort.process.bpmn;

import org.jspecify.annotations.NullMarked;
