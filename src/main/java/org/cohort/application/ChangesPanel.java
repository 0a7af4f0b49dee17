package org.cohort.application;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** What was changed in an application since it was sent, on the coordinators' page. */
@Component
class ChangesPanel implements ApplicationPanel {

	private final ApplicationTable table;

	private final ChangeTable changes;

	private final Programmes programmes;

	ChangesPanel(ApplicationTable table, ChangeTable changes, Programmes programmes) {
		this.table = table;
		this.changes = changes;
		this.programmes = programmes;
	}

	@Override
	public int order() {
		return 80;
	}

	@Override
	public String template() {
		return "application/changes-panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		Application application = table.get(applicationId);
		return Map.of("versions", ChangeLine.all(programmes.questions(application.programmeVersion()),
				changes.of(applicationId), Locale.ENGLISH), "zone",
				programmes.round(application.roundId()).settings().timeZone());
	}
}
