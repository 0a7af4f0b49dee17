package org.cohort.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The questions that people are, or were, asked together, in their order. An application keeps the set that it
 * answered, whatever the programme asks later. All questions of a section carry the same wording of its heading: the
 * one of the first of them.
 */
public record QuestionSet(List<Question> questions) {

	/** Most questions of a form. */
	private static final int MOST = 200;

	public QuestionSet {
		questions = sameHeadings(questions);
		Check.between(questions.size(), 0, MOST, "The number of questions");
		Check.distinct(questions, Question::key, "The question");
		Check.distinct(questions.stream().filter(question -> question.fact() != null).toList(),
				question -> String.valueOf(question.fact()), "The fact");
		Check.distinct(questions.stream().filter(question -> question.type() == Question.Type.AVAILABILITY).toList(),
				question -> "availability", "A question of the type");
		Map<String, Question> earlier = new HashMap<>();
		for (Question question : questions) {
			if (question.shownIf() != null) {
				question.shownIf().check(question, earlier, questions);
			}
			earlier.put(question.key(), question);
		}
	}

	/** The question with this key, if it is asked. */
	public Optional<Question> question(String key) {
		return questions.stream().filter(question -> question.key().equals(key)).findFirst();
	}

	/** The question whose answer is this fact. Commitments, where they are asked for, tell the hours per week. */
	public Optional<Question> question(Question.Fact fact) {
		Optional<Question> declared = questions.stream().filter(question -> question.fact() == fact).findFirst();
		return fact == Question.Fact.HOURS_PER_WEEK ? availability().or(() -> declared) : declared;
	}

	/** The question in which an applicant lists commitments, if there is one. */
	public Optional<Question> availability() {
		return questions.stream().filter(question -> question.type() == Question.Type.AVAILABILITY).findFirst();
	}

	/**
	 * The questions that are shown to somebody who answered like this. A question that depends on one that is not
	 * shown is not shown either.
	 * @param answers what was answered, by the key of the question; empty if nothing was
	 */
	public List<Question> shown(Function<String, List<String>> answers) {
		Set<String> shown = new HashSet<>();
		for (Question question : questions) {
			Question.ShownIf condition = question.shownIf();
			if (condition == null || shown.contains(condition.question())
					&& answers.apply(condition.question()).stream().anyMatch(condition.values()::contains)) {
				shown.add(question.key());
			}
		}
		return questions.stream().filter(question -> shown.contains(question.key())).toList();
	}

	private static List<Question> sameHeadings(List<Question> questions) {
		Map<String, Wording> headings = new HashMap<>();
		List<Question> same = new ArrayList<>();
		for (Question question : questions) {
			same.add(question.under(headings.computeIfAbsent(question.section().toString(), heading -> question.section())));
		}
		return List.copyOf(same);
	}
}
