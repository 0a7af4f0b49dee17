package org.cohort.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.application.CollectedApplications.Collected;
import org.cohort.programme.Settings;

/**
 * Says which column of a file is which field. Columns without a field are left out. Pure.
 *
 * @param fields by the number of the column, from 0
 */
record Mapping(Map<Integer, String> fields) {

	static final String NAME = "name";

	static final String EMAIL = "email";

	static final String LANGUAGE = "language";

	/** Before the key of a question, so that a question may be called «name» too. */
	static final String QUESTION = "q.";

	private static final Map<String, List<String>> USUAL = Map.of(
			NAME, List.of("name", "full name", "your name", "nom", "nombre", "שם"),
			EMAIL, List.of("email", "e-mail", "email address", "e-mail address", "mail", "courriel", "correo",
					"correo electrónico"),
			LANGUAGE, List.of("language", "locale", "langue", "idioma"));

	Mapping {
		fields = Map.copyOf(fields);
	}

	/** A field that a column can be. */
	record Field(String key, String label, boolean required) {
	}

	/** The fields that a programme has, in the order of its form. */
	static List<Field> fieldsOf(Settings settings) {
		List<Field> fields = new ArrayList<>(List.of(new Field(NAME, "Name", true), new Field(EMAIL, "E-mail address", true),
				new Field(LANGUAGE, "Language of the mails", false)));
		settings.questions().forEach(question -> fields
				.add(new Field(QUESTION + question.key(), question.label().toString(), question.required())));
		return fields;
	}

	/** What the names of the columns suggest: the key or the words of a field, or a usual name. */
	static Mapping guess(Sheet sheet, List<Field> fields) {
		Map<Integer, String> guessed = new LinkedHashMap<>();
		Set<String> taken = new HashSet<>();
		for (int column = 0; column < sheet.header().size(); column++) {
			String name = folded(sheet.header().get(column));
			int number = column;
			fields.stream().filter(field -> !taken.contains(field.key()) && isCalled(field, name)).findFirst()
					.ifPresent(field -> {
						taken.add(field.key());
						guessed.put(number, field.key());
					});
		}
		return new Mapping(guessed);
	}

	private static boolean isCalled(Field field, String name) {
		String key = field.key().startsWith(QUESTION) ? field.key().substring(QUESTION.length()) : field.key();
		return name.equals(folded(key)) || name.equals(folded(field.key())) || name.equals(folded(field.label()))
				|| USUAL.getOrDefault(field.key(), List.of()).contains(name);
	}

	private static String folded(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").replaceAll("[?:*]+$", "").strip();
	}

	/** What must be said before anything can be read: no name, no address, or a field that two columns claim. */
	List<String> problems(List<Field> all) {
		List<String> problems = new ArrayList<>();
		for (Field field : all) {
			long columns = fields.values().stream().filter(field.key()::equals).count();
			if (columns > 1) {
				problems.add("«" + field.label() + "» is chosen for " + columns + " columns.");
			}
			else if (columns == 0 && (field.key().equals(NAME) || field.key().equals(EMAIL))) {
				problems.add("No column is chosen for «" + field.label() + "».");
			}
		}
		return problems;
	}

	/** The person in a line. */
	Collected collected(Sheet.Row row) {
		Map<String, List<String>> answers = new LinkedHashMap<>();
		fields.forEach((column, field) -> {
			String cell = SafeCell.open(row.cell(column));
			if (field.startsWith(QUESTION) && !cell.isEmpty()) {
				answers.put(field.substring(QUESTION.length()), List.of(cell));
			}
		});
		return new Collected(one(row, NAME), one(row, EMAIL), one(row, LANGUAGE), answers);
	}

	private String one(Sheet.Row row, String field) {
		return fields.entrySet().stream().filter(entry -> entry.getValue().equals(field))
				.map(entry -> SafeCell.open(row.cell(entry.getKey()))).findFirst().orElse("");
	}
}
