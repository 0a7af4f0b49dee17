package org.cohort.application;

import java.util.Comparator;
import java.util.List;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.mail.MailSummary;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One application, for coordinators: all that is known, and all that happened. */
@Controller
@RequestMapping("/staff/applications")
@RolesAllowed({ "coordinators", "administrators" })
class StaffApplications {

	private final ApplicationTable table;

	private final Programmes programmes;

	private final Timeline timeline;

	private final ObjectProvider<ApplicationPanel> panels;

	StaffApplications(ApplicationTable table, Programmes programmes, Timeline timeline,
			ObjectProvider<ApplicationPanel> panels) {
		this.table = table;
		this.programmes = programmes;
		this.timeline = timeline;
		this.panels = panels;
	}

	/** A part of the page that another module brings. */
	record Part(String template, Map<String, Object> model) {
	}

	@GetMapping("/{id}")
	@RolesAllowed({ "coordinators", "administrators" })
	String one(@PathVariable UUID id, Model model) {
		Application application = table.get(id);
		Round round = programmes.round(application.roundId());
		model.addAttribute("one", application);
		model.addAttribute("round", round);
		model.addAttribute("contact", table.contact(id));
		model.addAttribute("status", StatusView.of(application));
		model.addAttribute("answers", AnswerLine.all(programmes.questions(application.programmeVersion()),
				table.answers(id), Locale.ENGLISH));
		List<MailSummary> mails = timeline.mails(id);
		model.addAttribute("mails", mails);
		model.addAttribute("timeline", timeline.of(application, mails));
		model.addAttribute("parts", panels.stream().sorted(Comparator.comparingInt(ApplicationPanel::order))
				.map(panel -> new Part(panel.template(), panel.model(id))).toList());
		return "application/staff-application";
	}
}
