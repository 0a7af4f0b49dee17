package org.cohort.mentorship;

import java.util.List;

import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.springframework.stereotype.Component;

/** Mails to the participant of a participation. */
@Component
class ParticipantCorrespondence implements Correspondence {

	private final Letters letters;

	ParticipantCorrespondence(Letters letters) {
		this.letters = letters;
	}

	@Override
	public String audience() {
		return "participant";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		return List.of(letters.toParticipant(order));
	}
}
