package org.cohort.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Small calls to the parts of the platform. */
final class HttpProbe {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private HttpProbe() {
	}

	/** Whether the address answers 200. */
	static boolean answers(String address) {
		try {
			var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
			return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException notYet) {
			return false;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	static HttpResponse<String> send(HttpRequest request) {
		try {
			return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException exception) {
			throw new java.io.UncheckedIOException(request.method() + " " + request.uri() + " failed", exception);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(request.uri() + " was interrupted", interrupted);
		}
	}
}
