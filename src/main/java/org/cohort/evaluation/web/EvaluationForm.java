package org.cohort.evaluation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cohort.evaluation.Evaluation;
import org.cohort.evaluation.Evaluation.Judgement;
import org.cohort.evaluation.Verdict;
import org.cohort.programme.SuccessCriterion;
import org.jspecify.annotations.Nullable;

/** The fields of an evaluation as they were typed, by criterion. */
record EvaluationForm(@Nullable Map<String, String> verdicts, @Nullable Map<String, String> evidence,
		@Nullable String advice) {

	private static final int LONGEST = 4000;

	private static final String TOO_LONG = "run.problem.too-long";

	/** What came of reading the form: content, or the keys of the texts that say what is wrong with which field. */
	record Reading(Optional<Evaluation.Content> content, Map<String, String> errors) {
	}

	static EvaluationForm blank() {
		return new EvaluationForm(Map.of(), Map.of(), "");
	}

	public String verdict(String criterion) {
		return verdicts == null ? "" : text(verdicts.get(criterion));
	}

	public String evidenceFor(String criterion) {
		return evidence == null ? "" : text(evidence.get(criterion));
	}

	Reading read(List<SuccessCriterion> criteria) {
		var errors = new LinkedHashMap<String, String>();
		var judgements = new ArrayList<Judgement>();
		for (var criterion : criteria) {
			var key = criterion.key();
			if (evidenceFor(key).length() > LONGEST) {
				errors.put("evidence." + key, TOO_LONG);
				continue;
			}
			try {
				judgements.add(new Judgement(key, Verdict.of(verdict(key)), evidenceFor(key)));
			}
			catch (IllegalArgumentException refused) {
				errors.put("verdict." + key, "evaluation.problem.verdict");
			}
		}
		if (text(advice).length() > LONGEST) {
			errors.put("advice", TOO_LONG);
		}
		return errors.isEmpty() ? new Reading(Optional.of(new Evaluation.Content(judgements, text(advice))), errors)
				: new Reading(Optional.empty(), errors);
	}

	private static String text(@Nullable String written) {
		return written == null ? "" : written.strip();
	}
}
