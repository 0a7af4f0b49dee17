package org.cohort.selection.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.InvalidInputException.Problem;
import org.cohort.selection.optimiser.Target;

import org.jspecify.annotations.Nullable;

/** {@code targets.csv}: attribute, value, target and, if wished, min, max, weight. */
final class TargetsFile {

	private final CsvFile csv;

	private final List<Problem> problems;

	private final Map<String, List<Target>> targets = new LinkedHashMap<>();

	private final Map<String, Double> weights = new HashMap<>();

	private final Set<String> seen = new LinkedHashSet<>();

	private TargetsFile(CsvFile csv, List<Problem> problems) {
		this.csv = csv;
		this.problems = problems;
	}

	static List<Attribute> read(String file, List<Problem> problems) {
		return new TargetsFile(CsvFile.read(file, problems), problems).attributes(file);
	}

	private List<Attribute> attributes(String file) {
		boolean complete = csv.needColumn("attribute", "") & csv.needColumn("value", "") & csv.needColumn("target", "");
		if (!complete) {
			return List.of();
		}
		csv.rows().forEach(this::row);
		if (csv.rows().isEmpty()) {
			problems.add(new Problem(file, "there are no targets."));
		}
		List<Attribute> attributes = new ArrayList<>();
		targets.forEach((name, values) -> attributes.add(new Attribute(name, weights.getOrDefault(name, 1.0), values)));
		return attributes;
	}

	private void row(CsvFile.Row row) {
		int before = problems.size();
		String attribute = csv.cell(row, "attribute");
		String value = csv.cell(row, "value");
		if (attribute.isEmpty()) {
			csv.problem(row, "attribute", "is empty.");
		}
		if (attribute.equals("id") || attribute.equals("merit")) {
			csv.problem(row, "attribute", attribute + " cannot be an attribute.");
		}
		if (attribute.contains("=")) {
			csv.problem(row, "attribute", "must not contain «=».");
		}
		if (value.isEmpty()) {
			csv.problem(row, "value", "is empty.");
		}
		if (value.contains(";")) {
			csv.problem(row, "value", "must not contain «;», which separates values.");
		}
		Double share = Cells.number(csv, row, "target");
		if (share != null && (share < 0 || share > 1)) {
			csv.problem(row, "target", "must be a share between 0 and 1, not " + csv.cell(row, "target") + ".");
		}
		Integer min = persons(row, "min");
		Integer max = persons(row, "max");
		if (min != null && max != null && min > max) {
			csv.problem(row, "min", "the minimum " + min + " is larger than the maximum " + max + ".");
		}
		weight(row, attribute);
		if (problems.size() == before && !seen.add(attribute + "\n" + value)) {
			csv.problem(row, "value", attribute + "=" + value + " has a target already.");
		}
		if (problems.size() == before && share != null) {
			targets.computeIfAbsent(attribute, none -> new ArrayList<>()).add(new Target(value, share, min, max));
		}
	}

	private void weight(CsvFile.Row row, String attribute) {
		if (csv.cell(row, "weight").isEmpty()) {
			return;
		}
		Double weight = Cells.number(csv, row, "weight");
		if (weight == null) {
			return;
		}
		if (weight <= 0 || weight > 1000) {
			csv.problem(row, "weight", "must be above 0 and at most 1000.");
			return;
		}
		Double other = weights.putIfAbsent(attribute, weight);
		if (other != null && !other.equals(weight)) {
			csv.problem(row, "weight", attribute + " has the weight " + other + " in another row.");
		}
	}

	private @Nullable Integer persons(CsvFile.Row row, String column) {
		String cell = csv.cell(row, column);
		if (cell.isEmpty()) {
			return null;
		}
		try {
			int persons = Integer.parseInt(cell);
			if (persons >= 0) {
				return persons;
			}
		}
		catch (NumberFormatException notWhole) {
			// Said below, together with negative numbers.
		}
		csv.problem(row, column, "«" + cell + "» is not a number of persons.");
		return null;
	}
}
