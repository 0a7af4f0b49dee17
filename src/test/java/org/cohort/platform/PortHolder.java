package org.cohort.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out which process listens on a port: from /proc on Linux, by lsof elsewhere, or not at all. */
final class PortHolder {

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
		return ListeningSockets.all()
			.stream()
			.filter(socket -> socket.port() == port)
			.flatMap(socket -> ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(socket::isHeldBy))
			.findFirst();
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
