package org.cohort.application;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;

import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the rounds that take applications now. */
@Controller
class CallPage {

	private final Programmes programmes;

	private final Clock clock;

	CallPage(Programmes programmes, Clock clock) {
		this.programmes = programmes;
		this.clock = clock;
	}

	@GetMapping("/")
	@PermitAll
	String calls(Model model) {
		model.addAttribute("rounds", programmes.openRounds());
		model.addAttribute("now", clock.instant());
		return "application/calls";
	}
}
