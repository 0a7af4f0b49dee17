package org.cohort.mentorship;

/** What a merged change was: the kinds that the programme's success is measured by. */
public enum ChangeKind {

	DOCUMENTATION_FIX("documentation-fix", "Documentation fix", "Documentation fixes"),
	BUG_FIX("bug-fix", "Bug fix", "Bug fixes"),
	GUIDE_IMPROVEMENT("guide-improvement", "Improvement to a guide", "Improvements to guides"),
	OTHER("other", "Something else", "Other changes");

	private final String word;

	private final String label;

	private final String plural;

	ChangeKind(String word, String label, String plural) {
		this.word = word;
		this.label = label;
		this.plural = plural;
	}

	public String word() {
		return word;
	}

	public String label() {
		return label;
	}

	public String plural() {
		return plural;
	}

	public static ChangeKind of(String word) {
		for (var kind : values()) {
			if (kind.word.equals(word)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("Choose what kind of change this was.");
	}
}
