package org.cohort.eligibility.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * A server on this machine that gives a repository out over https, as those of projects do, with a certificate that it
 * made for itself. Only while it is open does this Java trust it.
 */
final class HttpsRepository implements AutoCloseable {

	private static final char[] PASSWORD = "for-a-test".toCharArray();

	private final SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final HttpsServer server;

	private HttpsRepository(Path folder) throws IOException, GeneralSecurityException {
		SSLContext context = certificate(folder.resolve("certificate.p12"));
		server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		server.setExecutor(threads);
		server.start();
		HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
	}

	/** @param folder where its certificate is, or is put if there is none yet */
	static HttpsRepository in(Path folder) throws IOException, GeneralSecurityException {
		return new HttpsRepository(folder);
	}

	/** Gives out a repository at {@code /project.git}, the way Git's own servers do. */
	HttpsRepository serving(Repository repository) {
		answering("/project.git/info/refs", exchange -> {
			answer(exchange, "application/x-git-upload-pack-advertisement");
			PacketLineOut out = new PacketLineOut(exchange.getResponseBody());
			out.writeString("# service=git-upload-pack\n");
			out.end();
			new UploadPack(repository).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(out));
		});
		answering("/project.git/git-upload-pack", exchange -> {
			boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
			InputStream body = exchange.getRequestBody();
			InputStream wishes = packed ? new GZIPInputStream(body) : body;
			answer(exchange, "application/x-git-upload-pack-result");
			UploadPack upload = new UploadPack(repository);
			upload.setBiDirectionalPipe(false);
			upload.upload(wishes, exchange.getResponseBody(), null);
		});
		return this;
	}

	/** Answers otherwise at a path and below it. */
	HttpsRepository answering(String path, HttpHandler handler) {
		server.createContext(path, exchange -> {
			asked.add(exchange.getRequestURI().getPath());
			try (exchange) {
				handler.handle(exchange);
			}
		});
		return this;
	}

	static void answer(HttpExchange exchange, String type) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(200, 0);
	}

	String url(String path) {
		return "https://localhost:" + server.getAddress().getPort() + path;
	}

	/** The paths that were asked for, in order. */
	List<String> asked() {
		return asked;
	}

	private static SSLContext certificate(Path file) throws IOException, GeneralSecurityException {
		if (!Files.exists(file)) {
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
					"-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(),
					"-storepass", new String(PASSWORD)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			if (keytool.onExit().join().exitValue() != 0) {
				throw new IOException("keytool made no certificate");
			}
		}
		KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("server", store.getCertificate("server"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}

	/** Forgets the certificate while the server goes on. */
	HttpsRepository distrusted() {
		HttpsURLConnection.setDefaultSSLSocketFactory(before);
		return this;
	}

	@Override
	public void close() {
		HttpsURLConnection.setDefaultSSLSocketFactory(before);
		server.stop(0);
		threads.shutdownNow();
	}
}
