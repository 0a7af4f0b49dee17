package org.cohort.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A table out of a CSV file as form services and spreadsheets write it: with commas, semicolons or tabs, in UTF-8,
 * UTF-16 (with a mark) or the Western encoding of Windows. Pure.
 *
 * @param header the names of the columns, never empty or twice
 * @param rows the other lines that are not empty
 */
record Sheet(List<String> header, List<Row> rows) {

	static final int MOST_ROWS = 20_000;

	static final int MOST_COLUMNS = 300;

	/** One line; shorter or longer than the header, as the file has it. */
	record Row(int line, List<String> cells) {

		String cell(int column) {
			return column < cells.size() ? cells.get(column).strip() : "";
		}

		boolean fits(int columns) {
			return cells.size() <= columns || cells.subList(columns, cells.size()).stream().allMatch(String::isBlank);
		}
	}

	/** @throws SheetUnreadable if this is no such file, with the reason */
	static Sheet read(byte[] content) {
		if (content.length == 0) {
			throw new SheetUnreadable("The file is empty.");
		}
		String text = text(content);
		try (var records = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true)
				.allowMissingFields(true).ofCsvRecord(text)) {
			List<String> header = null;
			List<Row> rows = new ArrayList<>();
			for (CsvRecord record : records) {
				if (header == null) {
					header = header(record.getFields());
				}
				else if (!record.getFields().stream().allMatch(String::isBlank)) {
					rows.add(new Row(Math.toIntExact(record.getStartingLineNumber()), List.copyOf(record.getFields())));
					if (rows.size() > MOST_ROWS) {
						throw new SheetUnreadable("The file has more than " + MOST_ROWS + " rows. Please split it.");
					}
				}
			}
			if (header == null || rows.isEmpty()) {
				throw new SheetUnreadable("The file needs a first line with the names of the columns, and a line for each person.");
			}
			return new Sheet(header, List.copyOf(rows));
		}
		catch (CsvParseException | java.io.IOException broken) {
			throw new SheetUnreadable("The file is no CSV table that can be read: a cell is too long.");
		}
	}

	private static List<String> header(List<String> cells) {
		List<String> header = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String cell : cells) {
			String name = cell.strip().isEmpty() ? "Column " + (header.size() + 1) : cell.strip();
			String once = name;
			for (int n = 2; !seen.add(once.toLowerCase(Locale.ROOT)); n++) {
				once = name + " (" + n + ")";
			}
			header.add(once);
		}
		if (header.size() > MOST_COLUMNS) {
			throw new SheetUnreadable("The file has more than " + MOST_COLUMNS + " columns.");
		}
		return List.copyOf(header);
	}

	private static String text(byte[] content) {
		if (starts(content, 0xEF, 0xBB, 0xBF)) {
			return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
		}
		if (starts(content, 0xFE, 0xFF) || starts(content, 0xFF, 0xFE)) {
			return new String(content, StandardCharsets.UTF_16);
		}
		for (byte one : content) {
			if (one == 0) {
				throw new SheetUnreadable("This is no text file. Please save the table as «CSV UTF-8» and choose that file.");
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException notUtf8) {
			return new String(content, Charset.forName("windows-1252"));
		}
	}

	private static boolean starts(byte[] content, int... mark) {
		for (int i = 0; i < mark.length; i++) {
			if (i >= content.length || (content[i] & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}

	/** Whatever of comma, semicolon and tab is found most often in the first line. */
	private static char separator(String text) {
		String first = text.lines().findFirst().orElse("");
		return Stream.of(',', ';', '\t')
				.max(Comparator.comparingLong(mark -> first.chars().filter(letter -> letter == mark).count())).orElseThrow();
	}
}
