package org.cohort.application;

import java.util.Comparator;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A round at a glance: how far the applications came, and what other modules add. */
@Controller
@RolesAllowed({ "coordinators", "administrators" })
class StaffDashboard {

	private final Programmes programmes;

	private final ApplicationList list;

	private final ObjectProvider<DashboardPart> parts;

	StaffDashboard(Programmes programmes, ApplicationList list, ObjectProvider<DashboardPart> parts) {
		this.programmes = programmes;
		this.list = list;
		this.parts = parts;
	}

	@GetMapping("/staff/rounds/{id}/dashboard")
	@RolesAllowed({ "coordinators", "administrators" })
	String dashboard(@PathVariable UUID id, Model model) {
		model.addAttribute("round", programmes.round(id));
		Funnel funnel = list.funnel(id);
		model.addAttribute("funnel", funnel);
		model.addAttribute("picture", funnel.svg());
		model.addAttribute("counts", list.counts(id));
		model.addAttribute("parts", parts.stream().sorted(Comparator.comparingInt(DashboardPart::order))
				.map(part -> new StaffApplications.Part(part.template(), part.model(id))).toList());
		return "application/staff-dashboard";
	}
}
