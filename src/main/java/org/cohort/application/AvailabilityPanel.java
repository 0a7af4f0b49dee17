package org.cohort.application;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.cohort.availability.Availability;
import org.cohort.programme.Programmes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The free hours in each week of the run, on the coordinators' page of an application. */
@Component
class AvailabilityPanel implements ApplicationPanel {

	private final ApplicationTable table;

	private final Programmes programmes;

	private final MessageSource messages;

	AvailabilityPanel(ApplicationTable table, Programmes programmes, MessageSource messages) {
		this.table = table;
		this.programmes = programmes;
		this.messages = messages;
	}

	@Override
	public int order() {
		return 15;
	}

	@Override
	public String template() {
		return "application/availability-panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		Application application = table.get(applicationId);
		AvailabilityView view = programmes.questions(application.programmeVersion()).availability()
				.flatMap(question -> Availability.read(table.answers(applicationId).all(question.key())))
				.map(availability -> AvailabilityView.of(availability, programmes.round(application.roundId()), messages,
						Locale.ENGLISH))
				.orElse(null);
		Map<String, Object> model = new HashMap<>();
		model.put("view", view); // nothing where no commitments were asked for
		return model;
	}
}
