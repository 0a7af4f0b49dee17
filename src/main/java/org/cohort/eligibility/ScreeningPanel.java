package org.cohort.eligibility;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
			model.put("inputs", inputs(screening));
		});
		return model;
	}

	/** In the order in which people compare them: each fact above its requirement. */
	private static Map<String, String> inputs(Screening screening) {
		Map<String, String> inputs = new LinkedHashMap<>();
		for (String key : DecisionInput.ORDER) {
			Object value = screening.inputs().get(key);
			inputs.put(key, value instanceof Boolean yes ? (yes ? "yes" : "no")
					: value instanceof Number number
							? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : "–");
		}
		return inputs;
	}
}
