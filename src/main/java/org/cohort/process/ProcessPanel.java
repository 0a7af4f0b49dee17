package org.cohort.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Application;
import org.cohort.application.ApplicationPanel;
import org.cohort.application.Applications;
import org.cohort.application.Standings;
import org.cohort.eligibility.Enquiries;
import org.cohort.process.Trail.Step;
import org.springframework.stereotype.Component;

/** Shows coordinators where an application is in the diagrams, and which way it came. */
@Component
class ProcessPanel implements ApplicationPanel {

	private final Applications applications;

	private final Standings standings;

	private final Enquiries enquiries;

	private final Trail trail;

	private final DiagramPictures pictures;

	private final DiagramNames names;

	private final Clock clock;

	ProcessPanel(Applications applications, Standings standings, Enquiries enquiries, Trail trail,
			DiagramPictures pictures, DiagramNames names, Clock clock) {
		this.applications = applications;
		this.standings = standings;
		this.enquiries = enquiries;
		this.trail = trail;
		this.pictures = pictures;
		this.names = names;
		this.clock = clock;
	}

	/** One diagram: its picture, the elements that it is at, in words and as ids for the viewer. */
	record Picture(String processId, String name, String where, String svg, String now, String done) {
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public String template() {
		return "process/where";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		Application application = applications.get(applicationId);
		Standings.Reviews reviews = standings.reviews(applicationId);
		boolean overdue = reviews.dueAt() != null && reviews.dueAt().isBefore(clock.instant());
		List<Step> now = Whereabouts.of(new Whereabouts.Standing(application.stage(), application.confirmedAt() != null,
				enquiries.waiting(applicationId), reviews.open(), overdue));
		List<Step> done = trail.of(applicationId);
		List<Picture> shown = now.stream().map(Step::processId).distinct()
			.map(processId -> picture(processId, ofProcess(now, processId), ofProcess(done, processId))).toList();
		return Map.of("pictures", shown);
	}

	private Picture picture(String processId, Set<String> now, Set<String> done) {
		String where = now.stream().map(element -> names.of(processId, element)).sorted()
			.collect(Collectors.joining(", "));
		String name = names.of(processId, processId);
		return new Picture(processId, name, where, pictures.marked(processId, "The process «" + name + "»; it is at: "
				+ where, done, now), String.join(" ", now), String.join(" ", done));
	}

	private static Set<String> ofProcess(List<Step> steps, String processId) {
		return steps.stream().filter(step -> step.processId().equals(processId)).map(Step::elementId)
			.collect(Collectors.toSet());
	}
}
