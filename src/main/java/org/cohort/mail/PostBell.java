package org.cohort.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the sender when a mail was ordered. Nothing depends on it, the sender also looks by itself; so it is no event
 * that would have to be remembered.
 */
@Component
class PostBell {

	private final Semaphore rung = new Semaphore(0);

	void ringAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				ring();
			}
		});
	}

	void ring() {
		rung.release();
	}

	void await(Duration longest) throws InterruptedException {
		if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
			rung.drainPermits();
		}
	}
}
