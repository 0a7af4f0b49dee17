package org.cohort.review;

import java.security.Principal;
import java.util.UUID;

import org.cohort.application.SentFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import jakarta.annotation.security.RolesAllowed;

/** A file of a dossier, for the reviewer who may open that dossier at this moment. */
@Controller
class DossierFile {

	private final Reviewing reviewing;

	private final SentFiles files;

	DossierFile(Reviewing reviewing, SentFiles files) {
		this.reviewing = reviewing;
		this.files = files;
	}

	@GetMapping("/staff/reviews/{reviewId}/files/{question}")
	@RolesAllowed("reviewers")
	ResponseEntity<byte[]> file(@PathVariable UUID reviewId, @PathVariable String question, Principal principal) {
		return files.dossierFile(reviewing.open(reviewId, principal.getName()).dossier().applicationId(), question);
	}
}
