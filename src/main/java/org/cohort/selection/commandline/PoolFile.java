package org.cohort.selection.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Candidate;
import org.cohort.selection.optimiser.InvalidInputException.Problem;
import org.cohort.selection.optimiser.Pool;

import org.jspecify.annotations.Nullable;

/** {@code pool.csv}: id, a column per attribute (several values separated by «;»), merit if there is any. */
final class PoolFile {

	private PoolFile() {
	}

	static Pool read(String file, List<Attribute> attributes, Set<String> groupKinds, List<Problem> problems) {
		CsvFile csv = CsvFile.read(file, problems);
		boolean complete = csv.needColumn("id", "");
		for (Attribute attribute : attributes) {
			complete &= csv.needColumn(attribute.name(), ", but targets name it");
		}
		for (String kind : groupKinds) {
			complete &= csv.needColumn(kind, ", but --at-most names it");
		}
		if (!complete) {
			return new Pool(List.of());
		}
		List<Candidate> candidates = new ArrayList<>();
		Map<String, Integer> seen = new HashMap<>();
		for (CsvFile.Row row : csv.rows()) {
			String id = csv.cell(row, "id");
			Integer earlier = seen.putIfAbsent(id, row.line());
			if (id.isEmpty()) {
				csv.problem(row, "id", "is empty.");
			}
			else if (earlier != null) {
				csv.problem(row, "id", id + " is in row " + earlier + " already.");
			}
			Double merit = csv.hasColumn("merit") ? Cells.number(csv, row, "merit") : null;
			if (!id.isEmpty() && earlier == null && (merit != null || !csv.hasColumn("merit"))) {
				candidates.add(candidate(csv, row, id, merit, attributes, groupKinds));
			}
		}
		if (csv.readable() && csv.rows().isEmpty()) {
			problems.add(new Problem(file, "there are no applicants."));
		}
		return new Pool(candidates);
	}

	private static Candidate candidate(CsvFile csv, CsvFile.Row row, String id,
			@Nullable Double merit, List<Attribute> attributes, Set<String> groupKinds) {
		Map<String, Set<String>> values = new HashMap<>();
		for (Attribute attribute : attributes) {
			Set<String> set = new TreeSet<>();
			for (String value : csv.cell(row, attribute.name()).split(";")) {
				if (!value.isBlank()) {
					set.add(value.strip());
				}
			}
			values.put(attribute.name(), set);
		}
		Candidate candidate = Candidate.of(id, values, merit);
		for (String kind : groupKinds) {
			if (!csv.cell(row, kind).isEmpty()) {
				candidate = candidate.withGroup(kind, csv.cell(row, kind));
			}
		}
		return candidate;
	}
}
