package org.cohort.eligibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Says what keeps a text from being a decision table for screenings: another shape, inputs that no screening gives,
 * outputs that none understands. Pure. Whether each expression is good FEEL, the engine says.
 */
final class TableCheck {

	static final int LONGEST = 500_000;

	private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

	private static final List<String> OUTPUTS = List.of("outcome", "reason", "rule");

	private static final Set<String> FEEL = Set.of("null", "true", "false", "and", "or", "not", "in", "between", "if",
			"then", "else", "some", "every", "satisfies", "for", "return", "instance", "of");

	private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

	/** A name that is not the name of a function. */
	private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w)(?!\\s*\\()");

	private TableCheck() {
	}

	/** Each a sentence; none if it fits. */
	static List<String> problems(String dmn) {
		if (dmn.isBlank()) {
			return List.of("There is no table: choose a DMN file, or paste its text.");
		}
		if (dmn.length() > LONGEST) {
			return List.of("The table is longer than " + LONGEST + " characters.");
		}
		Document document;
		try {
			document = DmnText.parse(dmn);
		}
		catch (TableRefused refused) {
			return refused.problems();
		}
		List<Element> decisions = DmnText.all(document, "decision");
		List<Element> tables = DmnText.all(document, "decisionTable");
		if (!DMN.equals(document.getDocumentElement().getNamespaceURI()) || decisions.size() != 1 || tables.size() != 1) {
			return List.of("The file must be DMN 1.3 with exactly one decision, which is a decision table.");
		}
		List<String> problems = new ArrayList<>();
		String id = decisions.getFirst().getAttribute("id");
		if (!id.equals(DecisionTable.ID)) {
			problems.add("The id of the decision must be «" + DecisionTable.ID + "», not «" + id + "».");
		}
		Element table = tables.getFirst();
		if (!table.getAttribute("hitPolicy").equals("COLLECT") || table.hasAttribute("aggregation")) {
			problems.add("The hit policy must be COLLECT without an aggregation, so that every rule that fires is told.");
		}
		inputs(table, problems);
		outputs(table, problems);
		return problems;
	}

	private static void inputs(Element table, List<String> problems) {
		Set<String> unknown = new TreeSet<>();
		for (Element expression : DmnText.all(table, "inputExpression")) {
			unknown.addAll(unknown(DmnText.text(expression, "text")));
		}
		DmnText.texts(table, "inputEntry").forEach(text -> unknown.addAll(unknown(text)));
		if (!unknown.isEmpty()) {
			problems.add("The table asks for " + String.join(", ", unknown) + ", which a screening does not give. It gives "
					+ String.join(", ", DecisionInput.ORDER) + ".");
		}
	}

	private static Set<String> unknown(String feel) {
		Set<String> names = new HashSet<>();
		Matcher name = NAME.matcher(STRING.matcher(feel).replaceAll(""));
		while (name.find()) {
			if (!FEEL.contains(name.group()) && !DecisionInput.ORDER.contains(name.group())) {
				names.add(name.group());
			}
		}
		return names;
	}

	private static void outputs(Element table, List<String> problems) {
		List<String> names = DmnText.all(table, "output").stream().map(output -> output.getAttribute("name")).toList();
		if (!names.equals(OUTPUTS)) {
			problems.add("The outputs must be " + String.join(", ", OUTPUTS) + " in this order; they are "
					+ String.join(", ", names) + ".");
			return;
		}
		Set<String> ids = new HashSet<>();
		for (Element rule : DmnText.all(table, "rule")) {
			String id = rule.getAttribute("id");
			List<String> outputs = DmnText.texts(rule, "outputEntry");
			String what = "The rule «" + id + "»";
			if (!ids.add(id)) {
				problems.add(what + " is there twice.");
			}
			if (outputs.size() != OUTPUTS.size()) {
				problems.add(what + " needs an entry for each output.");
				continue;
			}
			if (!Set.of("\"not-eligible\"", "\"borderline\"").contains(outputs.get(0))) {
				problems.add(what + " must say \"not-eligible\" or \"borderline\", not " + outputs.get(0) + ".");
			}
			if (!outputs.get(1).matches("\"[a-z][a-z0-9-]{0,59}\"")) {
				problems.add(what + " must give the code of a reason, such as \"too-few-years\", not " + outputs.get(1)
						+ ".");
			}
			if (!outputs.get(2).equals("\"" + id + "\"")) {
				problems.add(what + " must give its own id in the column rule, not " + outputs.get(2) + ".");
			}
		}
	}
}
