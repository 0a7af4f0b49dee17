package org.cohort.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in, and the one after signing out. */
@Controller
class StaffHome {

	@GetMapping("/staff")
	@RolesAllowed({"reviewers", "committee", "mentors", "coordinators", "administrators"})
	String home() {
		return "web/staff";
	}

	@GetMapping("/signed-out")
	@PermitAll
	String signedOut() {
		return "web/signed-out";
	}
}
