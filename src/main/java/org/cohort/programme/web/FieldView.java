package org.cohort.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cohort.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * One field as the page shows it: with what was typed, what is wrong with it, and what others wrote meanwhile.
 *
 * @param texts one for each language, for wordings
 * @param rows for lists, with some empty ones at the end
 */
record FieldView(String id, String name, String label, String help, Field.Kind kind, boolean required, String value,
		List<Choice> choices, List<Text> texts, List<Row> rows, @Nullable String error, @Nullable String author,
		List<String> theirs) {

	/** Something to choose. */
	record Choice(String value, String label, boolean chosen) {
	}

	/** A text in one language. */
	record Text(String id, String name, String language, String languageName, String direction, String value) {
	}

	/** One row of a list. */
	record Row(String id, String name, String place, String key, List<Text> texts) {
	}

	/** Which texts a screen reader reads with the field. */
	public @Nullable String describedBy() {
		List<String> ids = new ArrayList<>();
		if (!help.isEmpty()) {
			ids.add(id + "-help");
		}
		if (error != null) {
			ids.add(id + "-error");
		}
		if (author != null) {
			ids.add(id + "-theirs");
		}
		return ids.isEmpty() ? null : String.join(" ", ids);
	}

	/** Whether the field is a group of inputs with a legend, not one input with a label. */
	public boolean group() {
		return !texts.isEmpty() || !rows.isEmpty() || kind == Field.Kind.SEVERAL_OF;
	}

	/** Whether one input takes several lines. */
	public boolean lines() {
		return switch (kind) {
			case LINES, NUMBERS, SHARES, REPOSITORIES, PART -> true;
			default -> false;
		};
	}

	static FieldView of(Field field, MultiValueMap<String, String> typed, List<String> languages,
			Map<String, String> problems, Map<String, Editing.Theirs> theirs) {
		Editing.Theirs other = theirs.get(field.path());
		boolean wording = field.kind() == Field.Kind.WORDING || field.kind() == Field.Kind.PARAGRAPH;
		boolean list = field.kind() == Field.Kind.OPTIONS || field.kind() == Field.Kind.POINTS;
		return new FieldView(field.id(), field.name(), field.label(), field.help(), field.kind(), field.required(),
				value(typed, field.name()), choices(field, typed),
				wording ? texts(field.id(), field.name(), typed, languages) : List.of(),
				list ? rows(field, typed, languages) : List.of(), problems.get(field.path()),
				other == null ? null : other.author(), other == null ? List.of() : said(other.typed()));
	}

	private static List<Choice> choices(Field field, MultiValueMap<String, String> typed) {
		List<String> chosen = typed.getOrDefault(field.name(), List.of());
		return field.choices().stream().map(value -> new Choice(value, spoken(value), chosen.contains(value))).toList();
	}

	/** {@code TIME_ZONE} becomes «Time zone». */
	private static String spoken(String value) {
		if (value.length() <= 4) {
			return value;
		}
		String words = value.toLowerCase(Locale.ROOT).replace('_', ' ');
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static List<Text> texts(String id, String name, MultiValueMap<String, String> typed, List<String> languages) {
		List<String> all = new ArrayList<>(languages);
		typed.keySet().stream().filter(field -> field.startsWith(name + ".")).map(field -> field.substring(name.length() + 1))
				.filter(language -> language.matches("[a-z]{2,3}") && !all.contains(language)).forEach(all::add);
		return all.stream().map(language -> {
			boolean main = language.equals(languages.getFirst());
			String plain = main ? value(typed, name + ".") : "";
			Locale locale = Locale.of(language);
			return new Text(main ? id : id + "-" + language, name + "." + language, language,
					locale.getDisplayLanguage(Locale.ENGLISH), Languages.direction(locale),
					plain.isEmpty() ? value(typed, name + "." + language) : plain);
		}).toList();
	}

	private static List<Row> rows(Field field, MultiValueMap<String, String> typed, List<String> languages) {
		List<Row> rows = new ArrayList<>();
		int count = Typing.rows(field, typed);
		int filled = 0;
		for (int row = 0; row < count + Typing.SPARE_ROWS; row++) {
			String name = field.name() + "." + row;
			Row one = new Row(field.id() + "-" + row, name, value(typed, name + ".place"), value(typed, name + ".key"),
					texts(field.id() + "-" + row + "-label", name + ".label", typed, languages));
			boolean empty = one.key().isEmpty() && one.texts().stream().allMatch(text -> text.value().isEmpty());
			filled += empty ? 0 : 1;
			if (row < count && !empty || rows.size() < filled + Typing.SPARE_ROWS) {
				rows.add(one);
			}
		}
		return rows;
	}

	private static List<String> said(MultiValueMap<String, String> typed) {
		List<String> said = new ArrayList<>();
		typed.forEach((name, values) -> {
			if (!name.endsWith(".place")) {
				said.addAll(values.stream().filter(value -> !value.isEmpty()).toList());
			}
		});
		return said.isEmpty() ? List.of("nothing") : said;
	}

	private static String value(MultiValueMap<String, String> typed, String name) {
		String value = typed.getFirst(name);
		return value == null ? "" : value;
	}
}
