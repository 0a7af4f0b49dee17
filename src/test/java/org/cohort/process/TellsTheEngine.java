package org.cohort.process;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.cohort.support.StubbornListener.Happened;

/** A listener that belongs to the process module, as those do that publish messages. */
class TellsTheEngine {

	private volatile boolean refuses;

	private final List<UUID> told = new CopyOnWriteArrayList<>();

	@EngineListener
	void on(Happened event) {
		told.add(event.id());
		if (refuses) {
			throw new EngineUnavailable("The engine is away");
		}
	}

	void refuse(boolean whether) {
		refuses = whether;
	}

	long told(UUID id) {
		return told.stream().filter(id::equals).count();
	}
}
