package org.cohort.review;

/** Why somebody does not get an application. The words are for coordinators, after «3 reviewers: …». */
enum Bar {

	HAD_IT("had it before, or declared a conflict"),
	SAME_PERSON("the applicant's own address"),
	SAME_ORGANISATION("same organisation"),
	SAME_MAIL_DOMAIN("same mail domain"),
	PINNED_AWAY("kept off it by a coordinator"),
	LANGUAGE("does not read its language"),
	AWAY("away"),
	FULL("has as many reviews as they take");

	private final String words;

	Bar(String words) {
		this.words = words;
	}

	public String words() {
		return words;
	}
}
