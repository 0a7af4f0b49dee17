package org.cohort.selection.commandline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cohort.selection.optimiser.InvalidInputException.Problem;

/** A CSV file (RFC 4180, UTF-8) with a header; remembers the line of every row, so that mistakes can be found. */
final class CsvFile {

	record Row(int line, List<String> cells) {
	}

	private final String name;

	private final Map<String, Integer> columns = new HashMap<>();

	private final List<Row> rows = new ArrayList<>();

	private final List<Problem> problems;

	private CsvFile(String name, List<Problem> problems) {
		this.name = name;
		this.problems = problems;
	}

	/** Reads the file; whatever is wrong goes into the list, and the rows that make sense remain. */
	static CsvFile read(String file, List<Problem> problems) {
		CsvFile csv = new CsvFile(file, problems);
		if (file.isEmpty()) {
			return csv;
		}
		try {
			csv.parse(Files.readString(Path.of(file), StandardCharsets.UTF_8));
		}
		catch (CharacterCodingException notUtf8) {
			csv.problem("the file is not UTF-8 text; save it as «CSV UTF-8».");
		}
		catch (IOException | InvalidPathException missing) {
			csv.problem("the file cannot be read.");
		}
		return csv;
	}

	private void parse(String text) {
		List<Row> all = CsvText.rows(text.startsWith("\uFEFF") ? text.substring(1) : text, this::problem);
		if (all.isEmpty()) {
			problem("the file is empty; it needs a header.");
			return;
		}
		List<String> header = all.getFirst().cells();
		for (int i = 0; i < header.size(); i++) {
			String column = header.get(i).strip();
			if (!column.isEmpty() && columns.putIfAbsent(column, i) != null) {
				problem("the column " + column + " is there twice.");
			}
		}
		for (Row row : all.subList(1, all.size())) {
			if (row.cells().size() == header.size()) {
				rows.add(row);
			}
			else {
				problems.add(new Problem(name + ", row " + row.line(), "has " + row.cells().size() + " cells, but the header has "
						+ header.size() + "."));
			}
		}
	}

	private void problem(String message) {
		problems.add(new Problem(name, message));
	}

	boolean readable() {
		return !columns.isEmpty();
	}

	boolean hasColumn(String column) {
		return columns.containsKey(column);
	}

	/** Says so if the column is missing (and the file could be read at all). */
	boolean needColumn(String column, String why) {
		if (readable() && !hasColumn(column)) {
			problem("the column " + column + " is missing" + why + ".");
		}
		return hasColumn(column);
	}

	List<Row> rows() {
		return rows;
	}

	/** The cell without blanks around it; empty when there is no such column. */
	String cell(Row row, String column) {
		Integer index = columns.get(column);
		return index == null ? "" : row.cells().get(index).strip();
	}

	void problem(Row row, String column, String message) {
		problems.add(new Problem(name + ", row " + row.line() + ", column " + column, message));
	}
}
