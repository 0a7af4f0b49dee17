package org.cohort.mentorship.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MergedChange;
import org.jspecify.annotations.Nullable;

/** The fields of a log or check-in as they were typed; whatever is wrong with them is said field by field. */
record EntryForm(@Nullable String hours, @Nullable String done, @Nullable String blockers, @Nullable String going,
		@Nullable String wish, @Nullable List<Row> changes) {

	private static final int FIRST_ROWS = 3;

	private static final int LONGEST = 4000;

	private static final String TOO_LONG = "run.problem.too-long";

	/** One line of the list of merged changes; a line without a link is no change. */
	record Row(@Nullable String link, @Nullable String kind) {

		boolean isEmpty() {
			return link == null || link.isBlank();
		}
	}

	/** What came of reading the form: content, or the keys of the texts that say what is wrong with which field. */
	record Reading(Optional<Entry.Content> content, Map<String, String> errors) {
	}

	static EntryForm blank() {
		return new EntryForm("", "", "", "", "", rows(List.of(), FIRST_ROWS));
	}

	static EntryForm of(Entry.Content content) {
		var rows = content.changes()
			.stream()
			.map(change -> new Row(change.link().toString(), change.kind().word()))
			.toList();
		return new EntryForm(content.hours().decimal().toPlainString(), content.done(), content.blockers(),
				Integer.toString(content.going().value()), content.wish(), rows(rows, rows.size() + 1));
	}

	/** The same form with room for three more changes. */
	EntryForm withMoreRows() {
		var filled = filledRows();
		return new EntryForm(hours, done, blockers, going, wish, rows(filled, filled.size() + FIRST_ROWS));
	}

	/** The same form with at least one empty line for a change. */
	EntryForm forShowing() {
		var all = changes == null ? List.<Row>of() : changes;
		return new EntryForm(hours, done, blockers, going, wish, rows(all, Math.max(all.size(), FIRST_ROWS)));
	}

	Reading read() {
		var errors = new LinkedHashMap<String, String>();
		var hoursRead = field(errors, "hours", text(hours), "run.problem.hours", Hours::inOneWeek);
		var doneRead = field(errors, "done", text(done), text(done).isBlank() ? "run.problem.done" : TOO_LONG, written -> {
			if (written.isBlank()) {
				throw new IllegalArgumentException();
			}
			return fitting(written);
		});
		var changesRead = changes(errors);
		var blockersRead = field(errors, "blockers", text(blockers), TOO_LONG, EntryForm::fitting);
		var goingRead = field(errors, "going", text(going), "run.problem.going",
				written -> HowItGoes.of(written.matches("[1-5]") ? Integer.parseInt(written) : 0));
		var wishRead = field(errors, "wish", text(wish), TOO_LONG, EntryForm::fitting);
		if (!errors.isEmpty()) {
			return new Reading(Optional.empty(), errors);
		}
		try {
			return new Reading(Optional.of(new Entry.Content(hoursRead.orElseThrow(), doneRead.orElseThrow(),
					changesRead, blockersRead.orElseThrow(), goingRead.orElseThrow(), wishRead.orElseThrow())), errors);
		}
		catch (IllegalArgumentException refused) {
			errors.put("changes", "run.problem.changes");
			return new Reading(Optional.empty(), errors);
		}
	}

	private List<MergedChange> changes(Map<String, String> errors) {
		var read = new ArrayList<MergedChange>();
		var all = changes == null ? List.<Row>of() : changes;
		for (int index = 0; index < all.size(); index++) {
			var row = all.get(index);
			if (!row.isEmpty()) {
				var name = "changes[%d]".formatted(index);
				field(errors, name, text(row.kind()), "run.problem.kind", ChangeKind::of)
					.flatMap(kind -> field(errors, name, text(row.link()), "run.problem.link",
							link -> MergedChange.of(link, kind)))
					.ifPresent(read::add);
			}
		}
		return read;
	}

	private static <T> Optional<T> field(Map<String, String> errors, String name, String written,
			String problem, Function<String, T> reader) {
		try {
			return Optional.of(reader.apply(written));
		}
		catch (IllegalArgumentException refused) {
			errors.put(name, problem);
			return Optional.empty();
		}
	}

	private static String fitting(String written) {
		if (written.length() > LONGEST) {
			throw new IllegalArgumentException();
		}
		return written;
	}

	private List<Row> filledRows() {
		return changes == null ? List.of() : changes.stream().filter(row -> !row.isEmpty()).toList();
	}

	private static List<Row> rows(List<Row> filled, int size) {
		var rows = new ArrayList<>(filled);
		while (rows.size() < size) {
			rows.add(new Row("", ""));
		}
		return List.copyOf(rows);
	}

	private static String text(@Nullable String written) {
		return written == null ? "" : written.strip();
	}
}
