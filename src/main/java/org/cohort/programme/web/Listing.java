package org.cohort.programme.web;

import static org.cohort.programme.web.Field.Kind.LINE;
import static org.cohort.programme.web.Field.Kind.NUMBER;
import static org.cohort.programme.web.Field.Kind.ONE_OF;
import static org.cohort.programme.web.Field.Kind.OPTIONS;
import static org.cohort.programme.web.Field.Kind.PARAGRAPH;
import static org.cohort.programme.web.Field.Kind.POINTS;
import static org.cohort.programme.web.Field.Kind.SEVERAL_OF;
import static org.cohort.programme.web.Field.Kind.SHARES;
import static org.cohort.programme.web.Field.Kind.WHOLE;
import static org.cohort.programme.web.Field.Kind.WORDING;
import static org.cohort.programme.web.Field.Kind.WORDS;
import static org.cohort.programme.web.Field.Kind.YES_NO;
import static org.cohort.programme.web.Field.choice;
import static org.cohort.programme.web.Field.needed;
import static org.cohort.programme.web.Field.of;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import org.cohort.programme.Question;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list of a programme's settings whose entries are edited one by one. Entries have a key that never changes. */
enum Listing {

	QUESTIONS("questions", "Questions", "question",
			"What the form asks, beside name and address. After the first application a change makes a new version:"
					+ " who has answered keeps the question that was asked.",
			needed("section", "Section", WORDING,
					"Heading under which it stands. Questions with the same heading stand together; its translations are"
							+ " theirs too."),
			needed("label", "Question", WORDING, "As the applicant reads it."),
			of("help", "Help", PARAGRAPH, "A sentence below the question."),
			choice("type", "Type", ONE_OF, true, List.of(Question.Type.values()),
					"SHORT and LONG are texts. AVAILABILITY lists commitments in the weeks of the run, from which the hours"
							+ " per week are judged."),
			of("required", "Must be answered", YES_NO, ""),
			of("visible-in-review", "Reviewers see the answer", YES_NO, "Unless it is personal."),
			of("personal-data", "Personal: tells who somebody is", YES_NO, "Never reaches a reviewer."),
			of("options", "Options", OPTIONS, "For CHOICE and SEVERAL, at least two. The key stays, the words may change."),
			of("word-limit", "Word limit", WHOLE, "For texts."),
			of("minimum", "Least number", NUMBER, "For NUMBER."),
			of("maximum", "Greatest number", NUMBER, "For NUMBER."),
			choice("file.kinds", "Kinds of file", SEVERAL_OF, false, List.of(Question.FileRule.Kind.values()),
					"For FILE; all if none is ticked."),
			of("file.most-megabytes", "Most megabytes", WHOLE, "For FILE; 5 if not given."),
			of("shown-if.question", "Shown only if the question", LINE,
					"Key of an earlier question: a choice, a country or a consent. Nothing if it is always shown."),
			of("shown-if.values", "is answered with", WORDS, "Keys of options, country codes, or yes."),
			choice("fact", "Fact for the screening", ONE_OF, false, List.of(Question.Fact.values()),
					"If the answer decides who is eligible.")),

	RUBRIC("rubric", "Rubric", "criterion", "By what reviewers judge, with the points of each scale in words.",
			needed("label", "Criterion", WORDING, ""),
			of("help", "Help", PARAGRAPH, "What reviewers should think of."),
			of("weight", "Weight", NUMBER, "How much it counts beside the others; 1 if not given."),
			needed("points", "Points", POINTS, "What earns 1, 2, 3 … points; 2 to 10 of them.")),

	SUCCESS("success-criteria", "Success criteria", "success criterion",
			"By what mentor and participant judge at the end whether it was a success.",
			needed("label", "Criterion", WORDING, ""), of("help", "Help", PARAGRAPH, "")),

	IDENTIFICATION("self-identification", "Self-identification", "attribute",
			"What people may say about themselves, voluntarily, on a page apart; with the shares of the cohort that the"
					+ " selection tries to reach.",
			needed("label", "Attribute", WORDING, ""), of("help", "Help", PARAGRAPH, ""),
			of("several", "More than one value can be chosen", YES_NO, ""),
			needed("values", "Values", OPTIONS, "At least two. «Prefer not to say» is always there."),
			of("targets", "Targets", SHARES, "One a line: key of a value, colon, percentage, such as woman: 40 %."));

	/** The key is asked only when an entry is made. */
	static final Field KEY = needed("key", "Key", LINE,
			"Names it for good, in files and exports: small letters, digits and hyphens.");

	private final String word;

	private final String title;

	private final String one;

	private final String lead;

	private final List<Field> fields;

	Listing(String word, String title, String one, String lead, Field... fields) {
		this.word = word;
		this.title = title;
		this.one = one;
		this.lead = lead;
		this.fields = List.of(fields);
	}

	static Listing named(String word) {
		return Arrays.stream(values()).filter(listing -> listing.word.equals(word)).findFirst()
				.orElseThrow(() -> new NoSuchElementException("There is no list " + word + "."));
	}

	/** Its name in addresses and files. */
	public String word() {
		return word;
	}

	public String title() {
		return title;
	}

	/** What one of its entries is called. */
	public String one() {
		return one;
	}

	public String lead() {
		return lead;
	}

	List<Field> fields() {
		return fields;
	}

	/** An entry with which the programme is right, to be changed into the one that somebody wants. */
	ObjectNode blank() {
		ObjectNode entry = JsonNodeFactory.instance.objectNode().put("key", "new-entry").put("label", "New entry");
		switch (this) {
			case QUESTIONS -> entry.put("section", "New section").put("type", "SHORT").put("required", false)
					.put("visible-in-review", false).put("personal-data", false);
			case RUBRIC -> entry.putArray("points").add("Little").add("Much");
			case IDENTIFICATION -> {
				entry.put("several", false);
				var values = entry.putArray("values");
				values.addObject().put("key", "yes").put("label", "Yes");
				values.addObject().put("key", "no").put("label", "No");
			}
			case SUCCESS -> {
			}
		}
		return entry;
	}
}
