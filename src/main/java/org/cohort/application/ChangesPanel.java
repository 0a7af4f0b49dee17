package org.cohort.application;

import java.util.Map;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
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
		Round round = programmes.round(table.get(applicationId).roundId());
		return Map.of("versions", ChangeLine.all(round.settings(), changes.of(applicationId)), "zone",
				round.settings().timeZone());
	}
}
