package org.cohort.eligibility.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one fetch. They stop, with a reason, when the fetch takes too long or brings too much: looked at
 * with every piece that is read, so that neither one huge object nor a server that dribbles gets past.
 */
final class FetchLimit implements HttpConnectionFactory {

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

	private final EvidenceSettings settings;

	private final long end;

	private long room;

	private @Nullable String passed;

	/** @param kept bytes that the copy takes up already */
	FetchLimit(EvidenceSettings settings, long kept) {
		this.settings = settings;
		this.end = System.nanoTime() + settings.within().toNanos();
		this.room = settings.mostMegabytes() * 1_000_000L - kept;
	}

	/** After how long without a word from the server the fetch is given up; whole seconds, at least one. */
	Duration longestSilence() {
		Duration within = settings.within().compareTo(LONGEST_SILENCE) < 0 ? settings.within() : LONGEST_SILENCE;
		return Duration.ofSeconds(Math.max(1, within.toSeconds()));
	}

	/** Which limit stopped the fetch, in words for coordinators. */
	Optional<String> passed() {
		return Optional.ofNullable(passed);
	}

	@Override
	public HttpConnection create(URL url) throws IOException {
		return new Watched(url);
	}

	@Override
	public HttpConnection create(URL url, Proxy proxy) throws IOException {
		return new Watched(url, proxy);
	}

	private void received(int bytes) throws IOException {
		room -= Math.max(0, bytes);
		if (room < 0) {
			passed = "It is larger than " + settings.mostMegabytes() + " megabytes; fetching it was stopped.";
		}
		else if (System.nanoTime() > end) {
			passed = "Fetching it took longer than " + words(settings.within()) + " and was stopped.";
		}
		if (passed != null) {
			throw new IOException(passed);
		}
	}

	private static String words(Duration within) {
		return within.toMinutes() > 1 ? within.toMinutes() + " minutes" : within.toSeconds() + " s";
	}

	private final class Watched extends JDKHttpConnection {

		Watched(URL url) throws IOException {
			super(url);
		}

		Watched(URL url, Proxy proxy) throws IOException {
			super(url, proxy);
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(super.getInputStream()) {

				@Override
				public int read() throws IOException {
					int read = super.read();
					received(read < 0 ? 0 : 1);
					return read;
				}

				@Override
				public int read(byte[] into, int from, int length) throws IOException {
					int read = super.read(into, from, length);
					received(read);
					return read;
				}
			};
		}
	}
}
