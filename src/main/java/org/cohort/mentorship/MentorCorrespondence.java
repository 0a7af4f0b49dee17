package org.cohort.mentorship;

import java.util.List;

import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.springframework.stereotype.Component;

/** Mails to the mentor of a participation. */
@Component
class MentorCorrespondence implements Correspondence {

	private final Letters letters;

	MentorCorrespondence(Letters letters) {
		this.letters = letters;
	}

	@Override
	public String audience() {
		return "mentor";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		return letters.toMentor(order);
	}
}
