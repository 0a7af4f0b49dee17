package org.cohort.selection.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Splits CSV text into rows: quotes, doubled quotes, line breaks within quotes, any line ending. Blank lines are
 * skipped.
 */
final class CsvText {

	private CsvText() {
	}

	static List<CsvFile.Row> rows(String text, Consumer<String> problem) {
		List<CsvFile.Row> rows = new ArrayList<>();
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		int line = 1;
		int start = 1;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				line++;
			}
			if (quoted) {
				if (c != '"') {
					cell.append(c);
				}
				else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
					cell.append('"');
					i++;
				}
				else {
					quoted = false;
				}
			}
			else if (c == '"') {
				quoted = true;
			}
			else if (c == ',') {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else if (c == '\n' || c == '\r') {
				end(rows, cells, cell, start);
				cells = new ArrayList<>();
				start = line;
			}
			else {
				cell.append(c);
			}
		}
		if (quoted) {
			problem.accept("a quote is opened in row " + start + " and never closed.");
		}
		end(rows, cells, cell, start);
		return rows;
	}

	private static void end(List<CsvFile.Row> rows, List<String> cells, StringBuilder cell, int line) {
		if (!cells.isEmpty() || !cell.toString().isBlank()) {
			cells.add(cell.toString());
			rows.add(new CsvFile.Row(line, cells));
		}
		cell.setLength(0);
	}
}
