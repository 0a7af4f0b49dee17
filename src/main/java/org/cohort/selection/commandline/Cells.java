package org.cohort.selection.commandline;

import org.jspecify.annotations.Nullable;

/** Reads numbers from cells. */
final class Cells {

	private Cells() {
	}

	static @Nullable Double number(CsvFile csv, CsvFile.Row row, String column) {
		String cell = csv.cell(row, column);
		if (cell.isEmpty()) {
			csv.problem(row, column, "is empty.");
			return null;
		}
		try {
			double number = Double.parseDouble(cell);
			// Java also reads «1f», «0x1p3» and «NaN» as numbers; a spreadsheet does not.
			if (Double.isFinite(number) && cell.matches("[-+0-9.eE]+")) {
				return number;
			}
		}
		catch (NumberFormatException notANumber) {
			// Said below.
		}
		csv.problem(row, column, "«" + cell + "» is not a number" + (cell.contains(",") ? " (use a point, not a comma)" : "")
				+ ".");
		return null;
	}
}
