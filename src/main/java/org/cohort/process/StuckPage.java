package org.cohort.process;

import java.security.Principal;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import org.cohort.audit.AuditTrail;
import org.cohort.mail.Mails;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What Cohort could not do by itself, in plain words, and a button to try at once. */
@Controller
@RequestMapping("/staff/stuck")
@RolesAllowed({ "coordinators", "administrators" })
class StuckPage {

	private final StuckJobs stuckJobs;

	private final Outbox outbox;

	private final EngineState engine;

	private final EngineSettings settings;

	private final EngineCommands commands;

	private final Mails mails;

	private final AuditTrail audit;

	StuckPage(StuckJobs stuckJobs, Outbox outbox, EngineState engine, EngineSettings settings, EngineCommands commands,
			Mails mails, AuditTrail audit) {
		this.stuckJobs = stuckJobs;
		this.outbox = outbox;
		this.engine = engine;
		this.settings = settings;
		this.commands = commands;
		this.mails = mails;
		this.audit = audit;
	}

	@GetMapping
	String page(Model model) {
		model.addAttribute("jobs", stuckJobs.shown());
		model.addAttribute("events", outbox.stuck());
		model.addAttribute("waiting", outbox.waiting());
		model.addAttribute("engineConfigured", settings.present());
		model.addAttribute("engineReady", engine.readySince().isPresent());
		model.addAttribute("engineAwaySince", engine.awaySince().orElse(null));
		model.addAttribute("engineRefusal", engine.refusal().orElse(null));
		model.addAttribute("mails", mails.counts());
		return "process/stuck";
	}

	@PostMapping("/jobs/{number}/retry")
	String retryJob(@PathVariable("number") long key, Principal actor, RedirectAttributes redirect) {
		StuckJobs.StuckJob job = stuckJobs.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
				"This work is no longer stuck."));
		try {
			// The job is held by us until its next try; letting go of it makes the engine give it out again.
			commands.send("retry of job " + key,
					client -> client.newUpdateTimeoutCommand(key).timeout(Duration.ofMillis(1)).send());
			redirect.addFlashAttribute("notice", "It is tried again now. If it works, it disappears from this page.");
		}
		catch (EngineUnavailable away) {
			redirect.addFlashAttribute("notice",
					"The engine is away. It is tried again as soon as the engine is back.");
		}
		catch (IllegalStateException gone) {
			stuckJobs.done(key);
			redirect.addFlashAttribute("notice", "The process no longer waits for this work.");
		}
		audit.record(actor.getName(), "retry-stuck-job", "job", new UUID(0, key), job.type());
		return "redirect:/staff/stuck";
	}

	@PostMapping("/events/retry")
	String retryEvents(Principal actor, RedirectAttributes redirect) {
		outbox.retryNow();
		audit.record(actor.getName(), "retry-stuck-events", "outbox", new UUID(0, 0), "");
		redirect.addFlashAttribute("notice", "All waiting events are handed over again now.");
		return "redirect:/staff/stuck";
	}
}
