package org.cohort.platform;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes every mail by SMTP and keeps each recipient's copy as a file, so that mails survive a restart as well. */
public final class MailCatcher implements Part {

	private final PlatformSettings settings;

	private final AtomicLong next = new AtomicLong();

	private volatile Consumer<String> afterStoring = recipient -> {
	};

	private @Nullable GreenMail server;

	MailCatcher(PlatformSettings settings) {
		this.settings = settings;
	}

	@Override
	public String name() {
		return "the mail catcher";
	}

	@Override
	public synchronized void start() {
		if (isRunning()) {
			return;
		}
		try {
			Files.createDirectories(folder());
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		next.set(mails().stream().mapToLong(mail -> Long.parseLong(mail.id().replace(".eml", ""))).max().orElse(0));
		var setup = new ServerSetup(settings.ports().smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(10_000);
		var greenMail = new GreenMail(setup);
		greenMail.start();
		UserManager users = greenMail.getUserManager();
		users.setAuthRequired(false);
		users.setMessageDeliveryHandler((message, recipient) -> {
			store(message, recipient.getEmail());
			return sink(greenMail);
		});
		server = greenMail;
	}

	private void store(MovingMessage message, String recipient) throws MessagingException {
		Path file = folder().resolve("%08d.eml".formatted(next.incrementAndGet()));
		Path unfinished = folder().resolve(file.getFileName() + ".part");
		try {
			try (var stream = Files.newOutputStream(unfinished)) {
				stream.write(("X-Caught-For: " + recipient + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
				message.getMessage().writeTo(stream);
			}
			Files.move(unfinished, file);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		afterStoring.accept(recipient);
	}

	/** GreenMail wants a mailbox to deliver to: one for all, emptied at once. */
	private static GreenMailUser sink(GreenMail greenMail) throws com.icegreen.greenmail.user.UserException {
		try {
			greenMail.purgeEmailFromAllMailboxes();
		}
		catch (com.icegreen.greenmail.store.FolderException exception) {
			throw new IllegalStateException(exception);
		}
		UserManager users = greenMail.getUserManager();
		GreenMailUser sink = users.getUser("sink");
		return sink != null ? sink : users.createUser("sink@localhost", "sink", "sink");
	}

	/**
	 * Calls back when a mail is stored and its sender has not been told so yet: the moment at which a crash test
	 * ends the sender.
	 */
	public void afterStoring(Consumer<String> callback) {
		afterStoring = callback;
	}

	/** Everything caught so far, oldest first. */
	public List<CaughtMail> mails() {
		if (!Files.isDirectory(folder())) {
			return List.of();
		}
		try (var files = Files.list(folder())) {
			return files.filter(file -> file.toString().endsWith(".eml")).sorted().map(CaughtMail::read).toList();
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** What one person has got, oldest first. */
	public List<CaughtMail> to(String recipient) {
		return mails().stream().filter(mail -> mail.to().equalsIgnoreCase(recipient)).toList();
	}

	Path folder() {
		return settings.folder().resolve("mails");
	}

	@Override
	public synchronized void stop(Duration patience) {
		GreenMail running = server;
		server = null;
		if (running != null) {
			running.stop();
		}
	}

	@Override
	public void kill() {
		stop(Duration.ZERO);
	}

	@Override
	public synchronized boolean isRunning() {
		return server != null && server.isRunning();
	}
}
