package org.cohort.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Files to take along. Each is written to the disk first, so that a slow reader holds no connection to the database and
 * a fault becomes an error and no half file.
 */
@Controller
class Downloads {

	private final ApplicationFiles files;

	private final Programmes programmes;

	private final AuditTrail audit;

	Downloads(ApplicationFiles files, Programmes programmes, AuditTrail audit) {
		this.files = files;
		this.programmes = programmes;
		this.audit = audit;
	}

	/** Writes a file. */
	private interface Writing {

		void to(OutputStream out) throws IOException;
	}

	@GetMapping("/staff/rounds/{roundId}/applications.csv")
	@RolesAllowed({ "coordinators", "administrators" })
	void csvForPeople(@PathVariable UUID roundId, Principal who, HttpServletResponse response) throws IOException {
		send(roundId, who, response, "text/csv;charset=UTF-8", ".csv", out -> files.csv(roundId, true, out));
	}

	@GetMapping("/staff/rounds/{roundId}/applications.json")
	@RolesAllowed({ "coordinators", "administrators" })
	void jsonForPeople(@PathVariable UUID roundId, Principal who, HttpServletResponse response) throws IOException {
		send(roundId, who, response, "application/json", ".json", out -> files.json(roundId, out));
	}

	@GetMapping("/api/rounds/{roundId}/applications.csv")
	@RolesAllowed({ "coordinators", "administrators" })
	void csv(@PathVariable UUID roundId, @RequestParam(defaultValue = "false") boolean readable, Principal who,
			HttpServletResponse response) throws IOException {
		send(roundId, who, response, "text/csv;charset=UTF-8", ".csv", out -> files.csv(roundId, readable, out));
	}

	@GetMapping("/api/rounds/{roundId}/applications.json")
	@RolesAllowed({ "coordinators", "administrators" })
	void json(@PathVariable UUID roundId, Principal who, HttpServletResponse response) throws IOException {
		send(roundId, who, response, "application/json", ".json", out -> files.json(roundId, out));
	}

	private void send(UUID roundId, Principal who, HttpServletResponse response, String type, String ending,
			Writing writing) throws IOException {
		Round round = programmes.round(roundId);
		audit.record(who.getName(), "export-applications", "round", roundId, ending.substring(1));
		Path file = Files.createTempFile("applications", ending);
		try {
			try (OutputStream out = Files.newOutputStream(file)) {
				writing.to(out);
			}
			response.setContentType(type);
			response.setContentLengthLong(Files.size(file));
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(round.slug() + ending).build().toString());
			Files.copy(file, response.getOutputStream());
		}
		finally {
			Files.delete(file);
		}
	}
}
