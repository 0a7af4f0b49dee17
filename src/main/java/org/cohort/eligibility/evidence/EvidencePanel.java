package org.cohort.eligibility.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.ApplicationPanel;
import org.cohort.application.Applications;
import org.cohort.application.DossierPart;
import org.cohort.charts.Colour;
import org.cohort.charts.WeekBars;
import org.cohort.programme.Programmes;
import org.cohort.programme.ScreeningSettings;
import org.springframework.stereotype.Component;

/**
 * What was counted, on the coordinators' page of an application and, if the programme says so, in the dossier: numbers
 * and a picture, and no address.
 */
@Component
class EvidencePanel implements ApplicationPanel, DossierPart {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

	private final EvidenceStore store;

	private final Applications applications;

	private final Programmes programmes;

	EvidencePanel(EvidenceStore store, Applications applications, Programmes programmes) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
	}

	/**
	 * One repository in words and as a picture.
	 *
	 * @param missedOn when it could not be read last, if that was after these numbers were counted; otherwise empty
	 */
	record Line(String repository, String countedOn, int months, int addresses, String failure, String missedOn,
			String missedWhy, int commits, int activeWeeks, String first, String last, String chart) {
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public String template() {
		return "eligibility/evidence-panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		return model(applicationId, false);
	}

	/** Blind, days become months: an exact day is quickly found in a public repository. */
	private Map<String, Object> model(UUID applicationId, boolean blind) {
		List<String> named = settings(applicationId).repositories().stream().map(ScreeningSettings.Repository::name)
				.toList();
		return Map.of("named", named, "lines", store.of(applicationId).stream()
				.filter(one -> named.contains(one.repository()))
				.map(one -> line(one, blind)).toList(), "blind", blind, "inReview",
				settings(applicationId).evidenceInReview());
	}

	@Override
	public Map<String, Object> dossier(UUID applicationId) {
		return settings(applicationId).evidenceInReview() ? model(applicationId, true) : Map.of();
	}

	private ScreeningSettings settings(UUID applicationId) {
		return programmes.round(applications.get(applicationId).roundId()).settings().screening();
	}

	private static Line line(Evidence one, boolean blind) {
		DateTimeFormatter day = blind ? MONTH : DAY;
		Tally tally = one.tally();
		return new Line(one.repository(), DAY.format(one.countedAt().atOffset(ZoneOffset.UTC)), one.months(),
				one.addresses(), one.failure() == null ? "" : one.failure(),
				one.missed() == null ? "" : DAY.format(one.missed().at().atOffset(ZoneOffset.UTC)),
				one.missed() == null ? "" : one.missed().why(), tally.commits(), tally.activeWeeks(),
				tally.first() == null ? "" : day.format(tally.first().atOffset(ZoneOffset.UTC)),
				tally.last() == null ? "" : day.format(tally.last().atOffset(ZoneOffset.UTC)),
				tally.commits() == 0 ? "" : chart(one));
	}

	/** A column for each month; the years stand below their January. */
	private static String chart(Evidence one) {
		YearMonth end = YearMonth.from(one.countedAt().atOffset(ZoneOffset.UTC));
		List<String> labels = new ArrayList<>();
		List<Optional<List<Double>>> columns = new ArrayList<>();
		for (YearMonth month = end.minusMonths(one.months()); !month.isAfter(end); month = month.plusMonths(1)) {
			labels.add(month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : "");
			double commits = 0;
			for (Map.Entry<LocalDate, Integer> week : one.tally().weeks().entrySet()) {
				commits += YearMonth.from(week.getKey()).equals(month) ? week.getValue() : 0;
			}
			columns.add(Optional.of(List.of(commits)));
		}
		return new WeekBars("Commits in " + one.repository() + " by month", labels, columns,
				List.of(new WeekBars.Part("commits by month", Colour.MAIN)), -1, "").svg();
	}
}
