package org.cohort.exchange;

/**
 * Text in a spreadsheet's cell. A cell that begins like a formula would be computed by the spreadsheet of whoever opens
 * the file, so it gets an apostrophe in front, which spreadsheets take for «this is text» (OWASP, CSV injection). Pure.
 */
final class SafeCell {

	private static final String FORMULA = "=+-@\t\r";

	private SafeCell() {
	}

	static String of(String text) {
		return isFormula(text) || text.startsWith("'") && isFormula(text.replaceFirst("^'+", "")) ? "'" + text : text;
	}

	/** What {@link #of} was given. */
	static String open(String cell) {
		return cell.startsWith("'") && isFormula(cell.replaceFirst("^'+", "")) ? cell.substring(1) : cell;
	}

	private static boolean isFormula(String text) {
		return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?\\d+([.,]\\d+)?");
	}
}
