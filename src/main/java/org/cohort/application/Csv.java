package org.cohort.application;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a CSV file (RFC 4180) that is opened in a spreadsheet: a text that the spreadsheet would calculate gets an
 * apostrophe before it, so that nobody's name is a formula. After OWASP, «CSV Injection».
 */
final class Csv {

	private static final String CALCULATED = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

	private Csv() {
	}

	static String line(List<String> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	static String cell(String text) {
		String begins = text.isEmpty() ? "" : text.charAt(0) + text.strip();
		boolean calculated = begins.chars().limit(2).anyMatch(letter -> CALCULATED.indexOf(letter) >= 0);
		String harmless = calculated ? "'" + text : text;
		boolean quoted = harmless.chars().anyMatch(letter -> letter == '"' || letter == ',' || letter == ';'
				|| letter == '\n' || letter == '\r');
		return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
	}
}
