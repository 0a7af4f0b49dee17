package org.cohort.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out which process listens on a port: from /proc on Linux, by lsof elsewhere, or not at all. */
final class PortHolder {

	/** State 0A in /proc/net/tcp is LISTEN. */
	private static final String LISTENING = "0A";

	private PortHolder() {
	}

	/** A phrase like {@code process 1234 (/usr/bin/java)}. */
	static Optional<String> of(int port) {
		Optional<Long> pid = Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
		return pid.map(PortHolder::describe);
	}

	private static String describe(long pid) {
		return ProcessHandle.of(pid)
			.flatMap(process -> process.info().command())
			.map(command -> "process %d (%s)".formatted(pid, command))
			.orElse("process " + pid);
	}

	private static Optional<Long> fromProc(int port) {
		return Optional.of(port)
			.flatMap(wanted -> inode("/proc/net/tcp", wanted).or(() -> inode("/proc/net/tcp6", wanted)))
			.flatMap(PortHolder::ownerOf);
	}

	private static Optional<String> inode(String table, int port) {
		String suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
		try {
			return Files.readAllLines(Path.of(table))
				.stream()
				.skip(1)
				.map(line -> line.trim().split("\\s+"))
				.filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
				.map(fields -> fields[9])
				.findFirst();
		}
		catch (IOException unreadable) {
			return Optional.empty();
		}
	}

	private static Optional<Long> ownerOf(String inode) {
		String socket = "socket:[" + inode + "]";
		return ProcessHandle.allProcesses()
			.map(ProcessHandle::pid)
			.filter(pid -> hasOpen(pid, socket))
			.findFirst();
	}

	private static boolean hasOpen(long pid, String socket) {
		try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
			for (Path descriptor : descriptors) {
				if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
					return true;
				}
			}
			return false;
		}
		catch (IOException goneOrNotOurs) {
			return false;
		}
	}

	private static Optional<Long> fromLsof(int port) {
		try {
			Process lsof = new ProcessBuilder(List.of("lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port))
				.redirectErrorStream(true)
				.start();
			String first = lsof.inputReader().readLine();
			lsof.waitFor(5, TimeUnit.SECONDS);
			return Optional.ofNullable(first).filter(line -> line.matches("\\d+")).map(Long::valueOf);
		}
		catch (IOException noLsof) {
			return Optional.empty();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}
}
