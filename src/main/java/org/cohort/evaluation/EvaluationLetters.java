package org.cohort.evaluation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.mail.MailOrder;
import org.cohort.mentorship.LetterContents;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The contents of the mails that ask for the final evaluation and, later, for follow-ups. */
@Component
class EvaluationLetters implements LetterContents {

	private static final Set<String> FOLLOW_UP = Set.of("follow-up", "follow-up-reminder");

	private static final Set<String> ALL = Set.of("evaluation-participant", "evaluation-participant-reminder",
			"evaluation-mentor", "evaluation-mentor-reminder", "follow-up", "follow-up-reminder");

	private final Evaluations evaluations;

	private final FollowUps followUps;

	private final Participations participations;

	private final Programmes programmes;

	private final String publicUrl;

	EvaluationLetters(Evaluations evaluations, FollowUps followUps, Participations participations,
			Programmes programmes, @Value("${cohort.public-url}") String publicUrl) {
		this.evaluations = evaluations;
		this.followUps = followUps;
		this.participations = participations;
		this.programmes = programmes;
		this.publicUrl = publicUrl;
	}

	@Override
	public Set<String> templates() {
		return ALL;
	}

	@Override
	public Map<String, Object> contents(Participation participation, MailOrder order, Locale reader) {
		var id = participation.id();
		var when = When.of(programmes.programme(participation.programmeId()).settings(), reader);
		var contents = new HashMap<String, Object>();
		contents.put("ownPage", participations.ownPage(id).placeholder());
		if (FOLLOW_UP.contains(order.template())) {
			int number = Integer.parseInt(order.details().getOrDefault("followUpNumber", ""));
			contents.put("followUp", followUps.page(id, number).placeholder());
			contents.put("answerBy", when.moment(followUps.get(id, number).answerBy()));
		}
		else {
			contents.put("evaluation", evaluations.page(id).placeholder());
			contents.put("evaluateBy", when.moment(evaluations.schedule(id).orElseThrow().closesAt()));
			contents.put("evaluationPage", "%s/staff/participations/%s/evaluation".formatted(publicUrl, id));
		}
		return contents;
	}
}
