package org.cohort.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;

import org.cohort.application.CollectedApplications;
import org.cohort.application.CollectedApplications.Collected;
import org.cohort.audit.AuditTrail;
import org.cohort.exchange.Import.Line;
import org.cohort.exchange.Import.Outcome;
import org.cohort.exchange.Import.State;
import org.cohort.language.Count;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Files of applications from elsewhere: kept, mapped, tried out, read in. */
@Service
@Transactional
class Imports {

	/** A file that nobody reads in is somebody's personal data lying around. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final ImportStore store;

	private final CollectedApplications applications;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final Clock clock;

	Imports(ImportStore store, CollectedApplications applications, Programmes programmes, AuditTrail audit, Clock clock) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.clock = clock;
	}

	/** A file with what is in it. */
	record Opened(Import file, Sheet sheet, List<Mapping.Field> fields) {
	}

	/**
	 * Keeps a file and guesses which column is what.
	 * @throws SheetUnreadable if it is no table; nothing is kept then
	 */
	UUID upload(UUID roundId, String fileName, byte[] content, String actor) {
		Round round = programmes.round(roundId);
		Sheet sheet = Sheet.read(content);
		store.discardOlderThan(clock.instant().minus(KEPT));
		Mapping guess = Mapping.guess(sheet, Mapping.fieldsOf(round.settings()));
		UUID id = UUID.randomUUID();
		store.insert(new Import(id, roundId, name(fileName), guess, State.UPLOADED, sheet.rows().size(), 0, actor,
				clock.instant().truncatedTo(ChronoUnit.MICROS), null), content);
		audit.record(actor, "upload-applications", "round", roundId, Count.of(sheet.rows().size(), "line"));
		return id;
	}

	@Transactional(readOnly = true)
	List<Import> ofRound(UUID roundId) {
		return store.ofRound(programmes.round(roundId).id());
	}

	@Transactional(readOnly = true)
	Import get(UUID roundId, UUID id) {
		return store.find(id).filter(one -> one.roundId().equals(roundId))
				.orElseThrow(() -> new NoSuchElementException("There is no import " + id));
	}

	/** Reads the file of an import that waits or runs. */
	@Transactional(readOnly = true)
	Opened open(Import file) {
		byte[] content = store.content(file.id())
				.orElseThrow(() -> new NoSuchElementException("The file of import " + file.id() + " is gone"));
		return new Opened(file, Sheet.read(content), Mapping.fieldsOf(programmes.round(file.roundId()).settings()));
	}

	/** Says which column is which field. Returns whether the file still waited for it. */
	boolean map(Import file, Mapping mapping) {
		return store.map(file.id(), mapping);
	}

	/** What would become of every line if it were read in now. Changes nothing. */
	@Transactional(readOnly = true)
	List<Line> tryOut(Opened opened) {
		List<Line> report = new ArrayList<>();
		Map<String, Integer> addresses = new HashMap<>();
		for (Sheet.Row row : opened.sheet().rows()) {
			Collected one = opened.file().mapping().collected(row);
			Integer earlier = one.email().isEmpty() ? null
					: addresses.putIfAbsent(one.email().toLowerCase(Locale.ROOT), row.line());
			report.add(earlier == null ? line(opened, row, () -> applications.judge(opened.file().roundId(), one))
					: new Line(row.line(), Outcome.TWICE, null, null, List.of("The same address stands in line " + earlier + ".")));
		}
		return report;
	}

	/** Asks for it to be read in. Returns whether this call did. */
	boolean start(Import file, String actor) {
		boolean started = store.start(file.id());
		if (started) {
			audit.record(actor, "import-applications", "round", file.roundId(), Count.of(file.lines(), "line"));
		}
		return started;
	}

	/** Asks for it to be stopped; what was read in stays. */
	void stop(Import file, String actor) {
		if (store.finish(file.id(), State.STOPPED, clock.instant())) {
			audit.record(actor, "stop-import", "round", file.roundId(), "");
		}
	}

	void discard(Import file, String actor) {
		if (store.discard(file.id())) {
			audit.record(actor, "discard-upload", "round", file.roundId(), "");
		}
	}

	/** Reads in one line: the application and its line of the report, or neither. Returns whether to go on. */
	boolean take(Opened opened, Sheet.Row row) {
		Import file = opened.file();
		UUID key = UUID.nameUUIDFromBytes((file.id() + ":" + row.line()).getBytes(StandardCharsets.UTF_8));
		Line line = line(opened, row, () -> applications.store(file.roundId(), key, file.mapping().collected(row),
				file.askedBy()));
		boolean running = store.add(file.id(), line);
		if (!running) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
		}
		return running;
	}

	/** Notes a line that could not be read in for a reason of ours. */
	void failed(Import file, int line, String errorId) {
		store.add(file.id(), new Line(line, Outcome.FAILED, null, null,
				List.of("Something went wrong on our side (error " + errorId + ").")));
	}

	void finish(Import file) {
		store.finish(file.id(), State.DONE, clock.instant());
	}

	@Transactional(readOnly = true)
	List<Line> report(Import file) {
		return store.lines(file.id());
	}

	private static Line line(Opened opened, Sheet.Row row, Supplier<CollectedApplications.Outcome> outcome) {
		if (!row.fits(opened.sheet().header().size())) {
			return new Line(row.line(), Outcome.REFUSED, null, null,
					List.of("The line has more cells than the first line has names."));
		}
		return switch (outcome.get()) {
			case CollectedApplications.Outcome.Good() -> new Line(row.line(), Outcome.GOOD, null, null, List.of());
			case CollectedApplications.Outcome.Stored(UUID id, String code) -> new Line(row.line(), Outcome.STORED, id, code,
					List.of());
			case CollectedApplications.Outcome.There(UUID id, String code) -> new Line(row.line(), Outcome.THERE, id, code,
					List.of());
			case CollectedApplications.Outcome.Closed() -> new Line(row.line(), Outcome.CLOSED, null, null, List.of());
			case CollectedApplications.Outcome.Refused(Map<String, String> problems) -> new Line(row.line(), Outcome.REFUSED,
					null, null,
					problems.entrySet().stream().map(problem -> label(opened, problem.getKey()) + ": " + problem.getValue()).toList());
		};
	}

	private static String label(Opened opened, String field) {
		return opened.fields().stream().filter(one -> one.key().equals(field) || one.key().equals(Mapping.QUESTION + field))
				.map(Mapping.Field::label).findFirst().orElse(field);
	}

	private static String name(String fileName) {
		String clean = fileName.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
		return clean.isEmpty() ? "applications.csv" : clean.substring(0, Math.min(200, clean.length()));
	}
}
