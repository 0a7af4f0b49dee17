package org.cohort.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Turns a report's figures into its page: once with charts, once without, and once as a document to print. */
@Component
class Typesetter {

	private final ITemplateEngine templates;

	Typesetter(ITemplateEngine templates) {
		this.templates = templates;
	}

	/** @param template in {@code templates/reporting/}, well-formed XHTML with a single root element */
	Page set(String template, String title, String subtitle, String madeAt, List<String> highlights,
			Map<String, Object> figures) {
		var withCharts = body(template, figures, true);
		var document = new HashMap<String, Object>();
		document.put("title", title);
		document.put("subtitle", subtitle);
		document.put("madeAt", madeAt);
		document.put("body", withCharts);
		return new Page(title, highlights, withCharts, body(template, figures, false),
				process("reporting/document", document));
	}

	private String body(String template, Map<String, Object> figures, boolean charts) {
		var variables = new HashMap<>(figures);
		variables.put("charts", charts);
		return process("reporting/" + template, variables).strip();
	}

	private String process(String template, Map<String, Object> variables) {
		return templates.process(template, new Context(Locale.UK, variables));
	}
}
