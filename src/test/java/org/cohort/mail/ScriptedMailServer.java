package org.cohort.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that answers what a test tells it to, and hangs up or falls silent where a test tells it to. A command
 * without an instruction is accepted; {@code "."} stands for the end of a message.
 */
class ScriptedMailServer implements AutoCloseable {

	static final String HANG_UP = "hang up";

	static final String SAY_NOTHING = "say nothing";

	final AtomicInteger accepted = new AtomicInteger();

	final AtomicInteger connections = new AtomicInteger();

	final CountDownLatch silent = new CountDownLatch(1);

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final ServerSocket server;

	ScriptedMailServer() throws IOException {
		server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(() -> {
			while (!server.isClosed()) {
				try {
					Socket socket = server.accept();
					connections.incrementAndGet();
					Thread.ofVirtual().start(() -> talk(socket));
				}
				catch (IOException closed) {
					return;
				}
			}
		});
	}

	ScriptedMailServer answering(String command, String answer) {
		answers.put(command, answer);
		return this;
	}

	int port() {
		return server.getLocalPort();
	}

	private void talk(Socket socket) {
		try (socket;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
			OutputStream out = socket.getOutputStream();
			say(out, "220 scripted");
			boolean inMessage = false;
			for (String line; (line = in.readLine()) != null;) {
				if (inMessage && !line.equals(".")) {
					continue;
				}
				String command = line.equals(".") ? "." : line.split(" ")[0].toUpperCase();
				String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 OK");
				if (answer.equals(HANG_UP)) {
					return;
				}
				if (answer.equals(SAY_NOTHING)) {
					silent.countDown();
					continue;
				}
				if (command.equals(".") && answer.startsWith("2")) {
					accepted.incrementAndGet();
				}
				inMessage = command.equals("DATA") && answer.startsWith("3");
				say(out, answer);
			}
		}
		catch (IOException gone) {
			// the client hung up
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}
