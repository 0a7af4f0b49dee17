package org.cohort.eligibility;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.ApplicationPanel;
import org.springframework.stereotype.Component;

/** How the screening went, on the coordinators' page of an application. */
@Component
class ScreeningPanel implements ApplicationPanel {

	private final ScreeningTable table;

	private final Reasons reasons;

	ScreeningPanel(ScreeningTable table, Reasons reasons) {
		this.table = table;
		this.reasons = reasons;
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public String template() {
		return "eligibility/panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		Map<String, Object> model = new HashMap<>();
		table.find(applicationId).ifPresent(screening -> {
			model.put("screening", screening);
			model.put("reasons", reasons.words(screening, Locale.ENGLISH));
		});
		return model;
	}
}
