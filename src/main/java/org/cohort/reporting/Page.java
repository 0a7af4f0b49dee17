package org.cohort.reporting;

import java.util.List;

/**
 * A report ready to be sent.
 *
 * @param title also the title of the PDF
 * @param highlights the report in one to five sentences, for the mail
 * @param html the body as a fragment with its charts, for pages
 * @param plainHtml the same without charts, for mail programmes that show none
 * @param document the whole XHTML page of the PDF
 */
record Page(String title, List<String> highlights, String html, String plainHtml, String document) {
}
