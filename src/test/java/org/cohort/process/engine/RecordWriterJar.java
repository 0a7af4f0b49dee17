package org.cohort.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs {@link RecordWriter} so that a broker can load it: see {@code zeebe.broker.exporters.*.jarPath}. */
public final class RecordWriterJar {

	public static final String CLASS_NAME = RecordWriter.class.getName();

	private RecordWriterJar() {
	}

	/** @return where the jar is, absolute */
	public static Path packInto(Path folder) {
		try {
			Files.createDirectories(folder);
			Path jar = folder.resolve("record-writer.jar").toAbsolutePath();
			try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
				for (Class<?> type : List.of(RecordWriter.class, RecordWriter.EventsOnly.class)) {
					String path = type.getName().replace('.', '/') + ".class";
					out.putNextEntry(new JarEntry(path));
					try (var bytes = type.getClassLoader().getResourceAsStream(path)) {
						Objects.requireNonNull(bytes, path).transferTo(out);
					}
					out.closeEntry();
				}
			}
			return jar;
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
