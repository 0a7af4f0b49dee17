package org.cohort.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as nobody should write it: every byte of a request is the caller's, right or wrong. */
final class RawHttp {

	private final int port;

	RawHttp(int port) {
		this.port = port;
	}

	/** What came back; the status is 0 if the connection was closed without an answer. */
	record Answer(int status, String head, String body) {

		List<String> all(String pattern) {
			List<String> found = new ArrayList<>();
			Matcher matcher = Pattern.compile(pattern).matcher(head + body);
			while (matcher.find()) {
				found.add(matcher.group(1));
			}
			return found;
		}
	}

	/** @param from the address that a proxy in front of us would have seen */
	Answer send(String method, String target, String from, List<String> headers, byte[] body) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(30_000);
			StringBuilder head = new StringBuilder(method + " " + target
					+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
					.append("X-Forwarded-For: ").append(from).append("\r\n");
			headers.forEach(header -> head.append(header).append("\r\n"));
			if (body.length > 0 || method.equals("POST")) {
				head.append("Content-Length: ").append(body.length).append("\r\n");
			}
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			all.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
			all.write(body);
			try {
				socket.getOutputStream().write(all.toByteArray());
				socket.getOutputStream().flush();
			}
			catch (IOException refused) {
				// Whoever sends too much is not listened to until the end; the answer is there all the same.
			}
			return answer(socket.getInputStream());
		}
	}

	private static Answer answer(InputStream in) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			in.transferTo(bytes);
		}
		catch (IOException reset) {
			// What was read until then counts.
		}
		String text = bytes.toString(StandardCharsets.UTF_8);
		int end = text.indexOf("\r\n\r\n");
		if (!text.startsWith("HTTP/1.1 ") || end < 0) {
			return new Answer(0, "", text);
		}
		return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end));
	}
}
