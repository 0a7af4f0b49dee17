package org.cohort.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cohort.programme.Criterion;
import org.cohort.review.Review.Judgement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The rubric as a browser sent it: read leniently, so that a draft keeps whatever is there.
 *
 * @param errors by field; empty when it can be sent
 */
record ReviewForm(Judgement judgement, Map<String, String> errors) {

	static ReviewForm read(List<Criterion> rubric, MultiValueMap<String, String> fields) {
		Map<String, String> errors = new LinkedHashMap<>();
		Map<String, Integer> points = new HashMap<>();
		for (Criterion criterion : rubric) {
			Integer given = number(fields.getFirst("points." + criterion.key()), criterion.highest());
			if (given == null) {
				errors.put("points." + criterion.key(), criterion.label() + ": choose the sentence that fits best.");
			}
			else {
				points.put(criterion.key(), given);
			}
		}
		Integer confidence = number(fields.getFirst("confidence"), 3);
		if (confidence == null) {
			errors.put("confidence", "Say how sure you are.");
		}
		return new ReviewForm(new Judgement(points, confidence, comment("toCommittee", fields, errors),
				comment("toApplicant", fields, errors)), errors);
	}

	/** Whether everything that was written was short enough to be kept. */
	public boolean kept() {
		return !errors.containsKey("toCommittee") && !errors.containsKey("toApplicant");
	}

	private static String comment(String name, MultiValueMap<String, String> fields, Map<String, String> errors) {
		String text = fields.getFirst(name) == null ? "" : fields.getFirst(name).strip();
		if (text.length() > Judgement.MOST_CHARACTERS) {
			errors.put(name, "Please say it in at most " + Judgement.MOST_CHARACTERS + " characters; these are "
					+ text.length() + ". What stands here now is cut off.");
			return text.substring(0, Judgement.MOST_CHARACTERS);
		}
		return text;
	}

	private static @Nullable Integer number(@Nullable String text, int highest) {
		return text != null && text.matches("[1-9][0-9]?")
				&& Integer.parseInt(text) <= highest ? Integer.valueOf(text) : null;
	}
}
