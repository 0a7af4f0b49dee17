package org.cohort.reporting.web;

import org.cohort.reporting.Report;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A report's PDF to download under a speaking name. */
final class PdfAnswer {

	private PdfAnswer() {
	}

	static ResponseEntity<byte[]> of(Report report, byte[] pdf) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.eTag(report.fingerprint())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(report.fileName()).build().toString())
			.body(pdf);
	}
}
