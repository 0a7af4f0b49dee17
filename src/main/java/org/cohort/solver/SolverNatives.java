package org.cohort.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import com.google.ortools.Loader;

/**
 * Loads OR-tools' native libraries. Its own loader cannot read a jar within Spring Boot's jar and unpacks 70 MB at
 * every start; this one unpacks once per version into the user's cache directory.
 */
public final class SolverNatives {

	private static boolean loaded;

	private SolverNatives() {
	}

	/** OR-tools' own version, for records of what computed something. */
	public static String version() {
		return "9.15.6755";
	}

	/**
	 * Makes OR-tools usable; the second call and later ones do nothing.
	 * @throws IllegalStateException if there is no library for this platform
	 */
	public static synchronized void load() {
		if (loaded) {
			return;
		}
		String platform = platform();
		String library = System.mapLibraryName("jniortools");
		URL inside = Loader.class.getClassLoader().getResource("ortools-" + platform + "/" + library);
		if (inside == null) {
			throw new IllegalStateException("The solver has no library for this platform (" + platform
					+ "). It runs on linux-x86-64, linux-aarch64, darwin-x86-64 and darwin-aarch64.");
		}
		try {
			System.load(unpacked(inside, platform).resolve(library).toString());
		}
		catch (IOException failed) {
			throw new UncheckedIOException("The solver's libraries could not be unpacked: " + failed.getMessage(),
					failed);
		}
		loaded = true;
	}

	private static String platform() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
		String family = system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "win32" : "linux";
		return family + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "aarch64" : "x86-64");
	}

	private static Path unpacked(URL inside, String platform) throws IOException {
		Path cache = cache();
		Path home = cache.resolve("ortools-" + version() + "-" + platform);
		if (Files.isDirectory(home)) {
			return home;
		}
		Path fresh = Files.createTempDirectory(cache, "unpacking");
		JarFile jar = ((JarURLConnection) inside.openConnection()).getJarFile();
		for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
			JarEntry entry = entries.nextElement();
			if (!entry.isDirectory() && entry.getName().startsWith("ortools-" + platform + "/")) {
				try (InputStream bytes = jar.getInputStream(entry)) {
					Files.copy(bytes, fresh.resolve(Path.of(entry.getName()).getFileName().toString()));
				}
			}
		}
		try {
			return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
			// Somebody else was faster; theirs is as good.
			return home;
		}
	}

	/** Private to the user, so that nobody else can put a library there. */
	private static Path cache() throws IOException {
		String configured = System.getenv("XDG_CACHE_HOME");
		Path base = configured != null && !configured.isBlank() ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		try {
			return Files.createDirectories(base.resolve("cohort"));
		}
		catch (IOException readOnly) {
			return Files.createTempDirectory("cohort");
		}
	}
}
