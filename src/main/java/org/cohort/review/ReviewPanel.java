package org.cohort.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.ApplicationPanel;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.springframework.stereotype.Component;

/** Shows coordinators who reviews an application and how far they are. */
@Component
class ReviewPanel implements ApplicationPanel {

	private final ReviewStore store;

	private final Scoring scoring;

	private final Directory directory;

	ReviewPanel(ReviewStore store, Scoring scoring, Directory directory) {
		this.store = store;
		this.scoring = scoring;
		this.directory = directory;
	}

	/** One review; the reason is there only for a conflict of interest. */
	record Line(Review review, String reviewer, String conflict) {
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public String template() {
		return "review/panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		List<Line> lines = store.ofApplication(applicationId)
			.stream()
			.map(review -> new Line(review, name(review.reviewer()), store.conflict(review.id())))
			.toList();
		return Map.of("applicationId", applicationId, "lines", lines, "scores", scoring.scores(List.of(applicationId)));
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}
}
