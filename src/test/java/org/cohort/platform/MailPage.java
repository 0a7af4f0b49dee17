package org.cohort.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The page on which a reader of the local platform reads the caught mails. */
final class MailPage {

	private final PlatformSettings settings;

	private final MailCatcher catcher;

	private @Nullable HttpServer server;

	MailPage(PlatformSettings settings, MailCatcher catcher) {
		this.settings = settings;
		this.catcher = catcher;
	}

	void start() {
		try {
			var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.ports().mailPage());
			server = HttpServer.create(address, 20);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", this::answer);
			server.start();
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	void stop() {
		if (server != null) {
			server.stop(0);
		}
	}

	/** {@code /} the list, {@code /ID} a mail, {@code /ID/html}, {@code /ID/source}, {@code /ID/N} its Nth attachment. */
	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
			if (path[0].isEmpty()) {
				send(exchange, 200, "text/html", MailHtml.list(catcher.mails()));
				return;
			}
			Path file = catcher.folder().resolve(path[0]);
			if (!path[0].matches("\\d+\\.eml") || !Files.exists(file)) {
				send(exchange, 404, "text/html", MailHtml.notFound());
				return;
			}
			var mail = CaughtMail.read(file);
			String view = path.length > 1 ? path[1] : "";
			if (view.isEmpty()) {
				send(exchange, 200, "text/html", MailHtml.mail(mail));
			}
			else if (view.equals("html")) {
				send(exchange, 200, "text/html", MailHtml.openingLinksInANewTab(mail.html()));
			}
			else if (view.equals("source")) {
				send(exchange, 200, "text/plain", Files.readString(file, StandardCharsets.ISO_8859_1));
			}
			else if (view.matches("\\d{1,3}") && Integer.parseInt(view) < mail.attachments().size()) {
				var attachment = mail.attachments().get(Integer.parseInt(view));
				send(exchange, 200, attachment.contentType(), attachment.content());
			}
			else {
				send(exchange, 404, "text/html", MailHtml.notFound());
			}
		}
	}

	private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
		send(exchange, status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
		exchange.getResponseHeaders()
			.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self';"
					+ " frame-src 'self'; frame-ancestors 'self'");
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		exchange.getResponseBody().write(body);
	}
}
