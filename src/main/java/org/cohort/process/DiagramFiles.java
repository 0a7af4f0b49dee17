package org.cohort.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives the diagrams to the viewer on our pages, as they were deployed. */
@Controller
@RolesAllowed({ "coordinators", "administrators" })
class DiagramFiles {

	@GetMapping("/staff/processes/{id}.bpmn")
	ResponseEntity<String> diagram(@PathVariable String id) throws IOException {
		ClassPathResource file = new ClassPathResource("bpmn/" + id + ".bpmn");
		if (!id.matches("[a-z][a-z-]{0,60}") || !file.exists()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such diagram.");
		}
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
			.body(file.getContentAsString(StandardCharsets.UTF_8));
	}
}
