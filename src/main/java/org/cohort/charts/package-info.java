/** Small charts as SVG, drawn on the server: the same picture in pages and in PDFs. Each stands beside its table. */
@NullMarked
package org.cohort.charts;

import org.jspecify.annotations.NullMarked;
