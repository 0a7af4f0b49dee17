package org.cohort.application;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The application form as the page shows it: what was typed stands in the fields, what is wrong beside them.
 *
 * @param key recognises this form when it comes back
 * @param you name and address; nothing in a form that asks for neither
 * @param problems all that is wrong, to be shown above the form with links to the fields
 */
record FormView(UUID key, List<Field> you, List<Section> sections, List<ProblemLine> problems) implements AnswerForm {

	/** Questions under one heading. */
	record Section(int number, String title, List<Field> fields) {

		public Progress progress() {
			return Progress.of(fields);
		}
	}

	/** How many of the fields that are asked are filled in. */
	record Progress(int done, int all) {

		static Progress of(List<Field> fields) {
			List<Field> asked = fields.stream().filter(field -> !field.hidden()).toList();
			return new Progress((int) asked.stream().filter(Field::filled).count(), asked.size());
		}
	}

	/**
	 * One field.
	 *
	 * @param typed what stands in it; for several choices all that are ticked
	 * @param error what is wrong with it, in words
	 * @param words how many words stand in it
	 * @param condition when it is asked; nothing if always
	 * @param hidden whether it is not asked of somebody who answered the other questions like this
	 * @param file what belongs to a field for a file
	 * @param time what belongs to a field for commitments
	 */
	record Field(String id, String name, String label, @Nullable String help, String type, boolean required,
			List<String> typed, @Nullable String error, List<Choices> choices, @Nullable Integer wordLimit, int words,
			@Nullable Condition condition, boolean hidden, @Nullable FileField file,
			@Nullable TimeField time) {

		public String value() {
			return typed.isEmpty() ? "" : typed.getFirst();
		}

		boolean filled() {
			return file == null ? !value().isEmpty() : file.there() != null;
		}

		/** Which texts a screen reader reads with the field. */
		public @Nullable String describedBy() {
			List<String> texts = new ArrayList<>();
			if (condition != null) {
				texts.add(id + "-condition");
			}
			if (help != null) {
				texts.add(id + "-help");
			}
			if (file != null) {
				texts.add(id + "-kinds");
			}
			if (wordLimit != null) {
				texts.add(id + "-words");
			}
			if (error != null) {
				texts.add(id + "-error");
			}
			return texts.isEmpty() ? null : String.join(" ", texts);
		}
	}

	/**
	 * A field for a file.
	 *
	 * @param question its key
	 * @param there the file that was sent with the form before
	 * @param kinds that are taken, and the greatest size
	 */
	record FileField(String question, @Nullable FileAnswer there, String kinds, int mostMegabytes) {
	}

	/**
	 * A field for commitments.
	 *
	 * @param question its key
	 * @param slug of the round
	 * @param rows what was typed, with some empty ones below
	 * @param view how many hours that leaves, if it can be said
	 */
	record TimeField(String question, String slug, AvailabilityInput typed, List<AvailabilityInput.Row> rows,
			@Nullable AvailabilityView view) {
	}

	/**
	 * When a question is asked.
	 *
	 * @param name of the field on which it depends
	 * @param values one of which has to be chosen there
	 * @param label of that field, and the values, as people read them
	 */
	record Condition(String name, List<String> values, String label, String words) {
	}

	/** Things to choose from, under a label if there are many. */
	record Choices(@Nullable String label, List<Choice> choices) {
	}

	/** One thing to choose. */
	record Choice(String value, String label) {
	}

	/** One line above the form. */
	record ProblemLine(String fieldId, String label, String error) {
	}

	/** Name, address and all questions together. */
	public Progress progress() {
		return Progress.of(fields());
	}

	/** Whether commitments are asked for. */
	public boolean asksForTime() {
		return fields().stream().anyMatch(field -> field.time() != null);
	}

	/** How the form has to be sent. */
	public String encoding() {
		return fields().stream().anyMatch(field -> field.file() != null) ? "multipart/form-data"
				: "application/x-www-form-urlencoded";
	}

	List<Field> fields() {
		List<Field> all = new ArrayList<>(you);
		sections.forEach(section -> all.addAll(section.fields()));
		return all;
	}

	@Override
	public boolean refused() {
		return !problems.isEmpty();
	}
}
