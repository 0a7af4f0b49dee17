package org.cohort.mail;

import java.time.Duration;

import org.cohort.mail.MailServer.Unreachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the postman going: at once when a mail was ordered, and regularly for those that are due again. */
@Component
class PostRound implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PostRound.class);

	private static final Duration SHORTEST = Duration.ofSeconds(2);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Postman postman;

	private final MailSettings settings;

	private final PostBell bell;

	private volatile boolean running;

	private @Nullable Thread sender;

	private @Nullable Thread pulse;

	PostRound(Postman postman, MailSettings settings, PostBell bell) {
		this.postman = postman;
		this.settings = settings;
		this.bell = bell;
	}

	@Override
	public void start() {
		if (!settings.sending()) {
			return;
		}
		running = true;
		sender = Thread.ofPlatform().name("post-round").daemon().start(this::goRound);
		pulse = Thread.ofPlatform().name("post-pulse").daemon().start(this::beat);
	}

	private void goRound() {
		Duration pause = SHORTEST;
		while (running) {
			try {
				while (running && postman.sendNext()) {
					pause = SHORTEST;
				}
				bell.await(settings.look());
			}
			catch (Unreachable away) {
				log.warn("{} Mails wait.", away.getMessage());
				pause = rest(pause);
			}
			catch (InterruptedException stopping) {
				return;
			}
			catch (RuntimeException fault) {
				log.error("The round of mails was interrupted", fault);
				pause = rest(pause);
			}
		}
	}

	/** While the server is away it is asked rarely, however many mails wait. */
	private Duration rest(Duration pause) {
		long end = System.nanoTime() + pause.toNanos();
		while (running && System.nanoTime() < end) {
			if (!sleep(Duration.ofMillis(100))) {
				break;
			}
		}
		Duration longer = pause.multipliedBy(2);
		return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
	}

	private void beat() {
		while (running) {
			postman.keepAlive();
			if (!sleep(Duration.ofSeconds(5))) {
				return;
			}
		}
	}

	private static boolean sleep(Duration duration) {
		try {
			Thread.sleep(duration);
			return true;
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Lets the mail in hand be recorded before the database goes away. */
	@Override
	public void stop() {
		running = false;
		bell.ring();
		if (pulse != null) {
			pulse.interrupt();
		}
		if (sender != null) {
			try {
				sender.join(Duration.ofSeconds(20));
			}
			catch (InterruptedException impatient) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
