package org.cohort.eligibility;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.DigestUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The text of a decision table that was found to fit: it asks for nothing that a screening does not give, and gives
 * what a screening needs.
 *
 * @param version the first part of the checksum of the text
 */
public record DecisionTable(String version, String dmn) {

	/** The id of the decision, by which the process asks for it. */
	public static final String ID = "eligibility";

	/** One row, as people read it. */
	public record Rule(String id, String description, String outcome, String reason) {
	}

	/**
	 * Reads a table.
	 * @throws TableRefused if it is no DMN, or does not fit; it says all that is wrong
	 */
	public static DecisionTable of(String dmn) {
		List<String> problems = TableCheck.problems(dmn);
		if (!problems.isEmpty()) {
			throw new TableRefused(problems);
		}
		return new DecisionTable(
				DigestUtils.md5DigestAsHex(dmn.getBytes(StandardCharsets.UTF_8)).substring(0, 12), dmn);
	}

	/** The rows in their order. */
	public List<Rule> rules() {
		List<Rule> rules = new ArrayList<>();
		for (Element rule : DmnText.all(DmnText.parse(dmn), "rule")) {
			List<String> outputs = DmnText.texts(rule, "outputEntry");
			rules.add(new Rule(rule.getAttribute("id"), DmnText.text(rule, "description"),
					DmnText.unquoted(outputs.get(0)), DmnText.unquoted(outputs.get(1))));
		}
		return rules;
	}

	/** What each row says, by its id: its annotation or, without one, the reason. */
	Map<String, String> words() {
		Map<String, String> words = new HashMap<>();
		rules().forEach(rule -> words.put(rule.id(), rule.description().isBlank() ? rule.reason() : rule.description()));
		return words;
	}

	/** The same table as a decision of another name, which the processes know nothing of. */
	public String named(String id) {
		Document document = DmnText.parse(dmn);
		document.getDocumentElement().setAttribute("id", id + "-definitions");
		DmnText.all(document, "decision").getFirst().setAttribute("id", id);
		for (Element shape : DmnText.all(document, "DMNShape")) {
			if (shape.getAttribute("dmnElementRef").equals(ID)) {
				shape.setAttribute("dmnElementRef", id);
			}
		}
		return DmnText.write(document);
	}

	@Override
	public String toString() {
		return "DecisionTable[" + version + "]";
	}
}
