package org.cohort.mentorship.web;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.language.Sentences;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Ending;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Weeks;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The participations of a mentor, or of everybody for coordinators. */
@Controller
class ParticipationPages {

	private static final int LONGEST_REASON = 2000;

	private final Participations participations;

	private final Weeks weeks;

	private final Programmes programmes;

	private final People people;

	private final Viewers viewers;

	private final Clock clock;

	private final Sentences sentences;

	ParticipationPages(Participations participations, Weeks weeks, Programmes programmes, People people,
			Viewers viewers, Clock clock, Sentences sentences) {
		this.participations = participations;
		this.weeks = weeks;
		this.programmes = programmes;
		this.people = people;
		this.viewers = viewers;
		this.clock = clock;
		this.sentences = sentences;
	}

	/** One participation in a list. */
	record Line(Participation participation, String participant, String mentor, String strip, Hours used, Hours paid,
			int changes) {

		public boolean beyond() {
			return used.moreThan(paid);
		}
	}

	/** A round's participations with its hours. */
	record Group(UUID roundId, String title, List<Line> lines, HoursPicture hours) {
	}

	@GetMapping("/staff/participations")
	@RolesAllowed({ "mentors", "coordinators" })
	String list(Principal viewer, Model model) {
		boolean all = viewers.isCoordinator();
		var seen = all ? participations.all() : participations.ofMentor(viewer.getName());
		model.addAttribute("all", all);
		model.addAttribute("groups", seen.stream()
			.map(Participation::roundId)
			.distinct()
			.map(roundId -> group(roundId, seen.stream().filter(one -> one.roundId().equals(roundId)).toList(), all))
			.toList());
		return "mentorship/participations";
	}

	private Group group(UUID roundId, List<Participation> members, boolean all) {
		var round = programmes.round(roundId);
		var lines = members.stream().map(this::line).toList();
		var budget = all ? weeks.budget(roundId) : null;
		return new Group(roundId, round.programme().name() + " · " + round.title(), lines,
				HoursPicture.of(lines, budget));
	}

	private Line line(Participation participation) {
		var settings = programmes.programme(participation.programmeId()).settings();
		var progress = progress(participation);
		return new Line(participation, people.participant(participation), people.mentor(participation),
				progress.weeks().isEmpty() ? "" : progress.strip(sentences).svg(), progress.mentorHours(),
				Hours.ofWorked(settings.mentorHoursPerWeek()).times(settings.weeks()), progress.changes().count());
	}

	private Progress progress(Participation participation) {
		return new Progress(weeks.records(participation.id()), clock.instant(), participation.state().isFinal());
	}

	@GetMapping("/staff/participations/{id}")
	@RolesAllowed({ "mentors", "coordinators" })
	String show(@PathVariable UUID id, Principal viewer, Model model) {
		var participation = viewers.readable(id);
		var settings = programmes.programme(participation.programmeId()).settings();
		var progress = progress(participation);
		model.addAttribute("participation", participation);
		model.addAttribute("participant", people.participant(participation));
		model.addAttribute("mentor", people.mentor(participation));
		model.addAttribute("mine", participation.isMentoredBy(viewer.getName()));
		model.addAttribute("progress", progress);
		model.addAttribute("strip", progress.weeks().isEmpty() ? null : progress.strip(sentences).svg());
		model.addAttribute("changes", progress.changes());
		model.addAttribute("kinds", ChangeKind.values());
		model.addAttribute("wording", participations.wording(id));
		var when = When.of(settings);
		var agreed = participations.agreements(id);
		model.addAttribute("mentorAgreedAt", agreed.containsKey(Side.MENTOR) ? when.moment(agreed.get(Side.MENTOR))
				: null);
		model.addAttribute("participantAgreedAt",
				agreed.containsKey(Side.PARTICIPANT) ? when.moment(agreed.get(Side.PARTICIPANT)) : null);
		model.addAttribute("endingNote", participations.endingNote(id).orElse(null));
		model.addAttribute("when", when);
		model.addAttribute("now", clock.instant());
		model.addAttribute("paidPerWeek", Hours.ofWorked(settings.mentorHoursPerWeek()));
		model.addAttribute("hours", HoursPicture.of(List.of(line(participation)), null));
		return "mentorship/participation";
	}

	/** Ending is a grave step: it is done by the participation's own mentor or a coordinator, with a reason. */
	@PostMapping("/staff/participations/{id}/end")
	@RolesAllowed({ "mentors", "coordinators" })
	String end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Principal viewer, Model model,
			RedirectAttributes redirect) {
		var participation = viewers.readable(id);
		var note = reason.strip();
		if (note.isEmpty() || note.length() > LONGEST_REASON) {
			model.addAttribute("reason", reason);
			model.addAttribute("reasonError", note.isEmpty() ? "Say why, in a sentence or two."
					: "Please keep the reason under %d characters.".formatted(LONGEST_REASON));
			return show(id, viewer, model);
		}
		var ending = participation.isMentoredBy(viewer.getName()) ? Ending.ENDED_BY_MENTOR
				: Ending.ENDED_BY_COORDINATOR;
		participations.end(id, ending, viewer.getName(), note);
		redirect.addFlashAttribute("notice", "The participation has ended. Both people get a mail about it.");
		return "redirect:/staff/participations/{id}";
	}
}
