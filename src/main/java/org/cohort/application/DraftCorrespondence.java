package org.cohort.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes to people who have begun a form; the subject is the draft. */
@Component
class DraftCorrespondence implements Correspondence {

	private final DraftTable table;

	private final Deadlines deadlines;

	private final Programmes programmes;

	private final ObjectProvider<Drafts> drafts; // they order the mails that are written here

	DraftCorrespondence(DraftTable table, Deadlines deadlines, Programmes programmes, ObjectProvider<Drafts> drafts) {
		this.table = table;
		this.deadlines = deadlines;
		this.programmes = programmes;
		this.drafts = drafts;
	}

	@Override
	public String audience() {
		return "draft";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		DraftTable.Draft draft = table.find(order.subject())
				.orElseThrow(() -> new NoSuchElementException("There is no draft " + order.subject() + "."));
		Round round = programmes.round(draft.roundId());
		Settings settings = round.settings();
		Map<String, Object> model = new HashMap<>();
		model.put("name", draft.form().name().isEmpty() ? draft.form().email() : draft.form().name());
		model.put("programme", round.programme().name());
		model.put("round", round.title());
		model.put("sender", settings.sender().address());
		model.put("timeZone", settings.timeZone().getId());
		model.put("closesAt", When.text(deadlines.of(round, draft.form().email(), order.subject()),
				settings.timeZone(), draft.locale()));
		model.put("draftLink", drafts.getObject().link(order.subject(), round).placeholder());
		return List.of(new Letter(draft.form().email(), draft.form().name(), draft.locale(), model, List.of())
				.from(settings.sender().name(), settings.sender().address()));
	}
}
