package org.cohort.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.modulith.events.ApplicationModuleListener;

/** Listens to {@link Happened} and refuses it as often as a test wants. */
public class StubbornListener {

	private final Map<UUID, Integer> refusals = new ConcurrentHashMap<>();

	private final List<UUID> heard = new CopyOnWriteArrayList<>();

	private final List<UUID> done = new CopyOnWriteArrayList<>();

	@ApplicationModuleListener
	public void on(Happened event) {
		heard.add(event.id);
		if (refusals.merge(event.id, -1, Integer::sum) >= 0) {
			throw new IllegalStateException("not now");
		}
		done.add(event.id);
	}

	public void refuse(UUID id, int times) {
		refusals.put(id, times);
	}

	public long heard(UUID id) {
		return heard.stream().filter(id::equals).count();
	}

	public long done(UUID id) {
		return done.stream().filter(id::equals).count();
	}

	/** Something happened, once per id. */
	public record Happened(UUID id) {
	}
}
