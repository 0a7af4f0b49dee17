package org.cohort.application;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of an application, for coordinators. */
@Controller
class StaffFile {

	private final SentFiles files;

	StaffFile(SentFiles files) {
		this.files = files;
	}

	@GetMapping("/staff/applications/{id}/files/{file}")
	@RolesAllowed({ "coordinators", "administrators" })
	ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
		return files.file(id, file);
	}
}
