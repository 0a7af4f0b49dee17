package org.cohort.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The open TCP ports of this machine as Linux tells them in /proc/net; none elsewhere. */
final class ListeningSockets {

	private static final String LISTENING = "0A";

	private ListeningSockets() {
	}

	/**
	 * @param address the local address as the kernel writes it, in hexadecimal
	 * @param inode what the holder's open file points to
	 */
	record Socket(String address, int port, String inode) {

		boolean isLoopback() {
			return address.endsWith("0100007F") && (address.length() == 8 || address.startsWith("0000000000000000FFFF0000"))
					|| address.equals("00000000000000000000000001000000");
		}

		boolean isHeldBy(long pid) {
			try (var descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
				for (Path descriptor : descriptors) {
					if (Files.readSymbolicLink(descriptor).toString().equals("socket:[" + inode + "]")) {
						return true;
					}
				}
				return false;
			}
			catch (IOException goneOrNotOurs) {
				return false;
			}
		}
	}

	static List<Socket> all() {
		return Stream.of("/proc/net/tcp", "/proc/net/tcp6").flatMap(ListeningSockets::read).toList();
	}

	private static Stream<Socket> read(String table) {
		try {
			return Files.readAllLines(Path.of(table))
				.stream()
				.skip(1)
				.map(line -> line.trim().split("\\s+"))
				.filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
				.map(fields -> {
					String[] local = fields[1].split(":");
					return new Socket(local[0], Integer.parseInt(local[1], 16), fields[9]);
				});
		}
		catch (IOException notLinux) {
			return Stream.empty();
		}
	}
}
