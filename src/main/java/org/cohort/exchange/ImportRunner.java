package org.cohort.exchange;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads files in, one at a time and line by line in a thread of its own. Each line is one transaction, so one that
 * cannot be stored keeps no other out. What a restart interrupts goes on after it.
 */
@Component
class ImportRunner {

	private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

	private final Imports imports;

	private final ImportStore store;

	private final ExecutorService background = Executors
			.newSingleThreadExecutor(task -> Thread.ofPlatform().name("imports").daemon().unstarted(task));

	ImportRunner(Imports imports, ImportStore store) {
		this.imports = imports;
		this.store = store;
	}

	@EventListener(ApplicationReadyEvent.class)
	void goOn() {
		store.running().forEach(this::run);
	}

	/** Returns at once. */
	void run(UUID id) {
		background.execute(() -> store.find(id).filter(file -> file.state() == Import.State.RUNNING).ifPresent(this::read));
	}

	private void read(Import file) {
		Imports.Opened opened;
		try {
			opened = imports.open(file);
		}
		catch (NoSuchElementException stopped) {
			return;
		}
		Set<Integer> done = store.lines(file.id()).stream().map(Import.Line::line).collect(Collectors.toSet());
		List<Sheet.Row> left = opened.sheet().rows().stream().filter(row -> !done.contains(row.line())).toList();
		for (Sheet.Row row : left) {
			if (Thread.currentThread().isInterrupted() || !take(opened, row)) {
				return;
			}
		}
		imports.finish(file);
		log.info("The import {} of round {} is done", file.id(), file.roundId());
	}

	private boolean take(Imports.Opened opened, Sheet.Row row) {
		try {
			return imports.take(opened, row);
		}
		catch (RuntimeException fault) {
			String errorId = UUID.randomUUID().toString().substring(0, 8);
			log.error("Error {}: line {} of import {} could not be read in", errorId, row.line(), opened.file().id(), fault);
			imports.failed(opened.file(), row.line(), errorId);
			return true;
		}
	}

	@PreDestroy
	void stop() {
		background.shutdownNow();
	}
}
