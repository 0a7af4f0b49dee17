package org.cohort.eligibility.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * All commits of a repository within a time, by the address of their author. Counted is what the project has taken:
 * what its main branch holds. It is the author who counts, not who committed; merges are nobody's work. Addresses are
 * compared in small letters, and those that the repository's {@code .mailmap} calls the same are the same.
 */
final class Tallies {

	private static final int LARGEST_MAILMAP = 1_000_000;

	private static final Pattern ADDRESS = Pattern.compile("<([^<>]*)>");

	private final Map<String, Tally> byAddress = new HashMap<>();

	private final Map<String, String> mailmap = new HashMap<>();

	private Tallies() {
	}

	/**
	 * Counts from the head of the repository back to a moment.
	 * @throws IOException if the repository is damaged
	 */
	static Tallies of(Repository repository, String head, Instant from, Instant until) throws IOException {
		Tallies tallies = new Tallies();
		ObjectId start = repository.resolve(head);
		if (start == null) {
			return tallies; // nothing was ever committed
		}
		try (RevWalk walk = new RevWalk(repository)) {
			RevCommit top = walk.parseCommit(start);
			tallies.readMailmap(repository, top);
			walk.markStart(top);
			// Who writes first and commits later is still seen: only what was committed before cannot be written since.
			walk.setRevFilter(CommitTimeRevFilter.after(from));
			for (RevCommit commit : walk) {
				PersonIdent author = commit.getAuthorIdent();
				Instant written = author.getWhenAsInstant();
				if (commit.getParentCount() < 2 && !written.isBefore(from) && written.isBefore(until)) {
					tallies.byAddress.merge(tallies.known(author.getEmailAddress()),
							Tally.of(written, author.getZoneId()), Tally::plus);
				}
				commit.disposeBody();
			}
		}
		return tallies;
	}

	/** The commits under any of these addresses, each counted once. */
	Tally of(Collection<String> addresses) {
		Set<String> known = new HashSet<>();
		addresses.forEach(address -> known.add(known(address)));
		return known.stream().map(address -> byAddress.getOrDefault(address, Tally.NONE)).reduce(Tally.NONE, Tally::plus);
	}

	private String known(String address) {
		String small = address.toLowerCase(Locale.ROOT);
		return mailmap.getOrDefault(small, small);
	}

	private void readMailmap(Repository repository, RevCommit top) throws IOException {
		try (TreeWalk tree = TreeWalk.forPath(repository, ".mailmap", top.getTree())) {
			if (tree == null) {
				return;
			}
			byte[] file = repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getCachedBytes(LARGEST_MAILMAP);
			new String(file, StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("#.*", "")).forEach(this::line);
		}
		catch (LargeObjectException none) {
			mailmap.clear();
		}
	}

	/** The last address of a line is the one in commits, the first the one to know it by. */
	private void line(String line) {
		Matcher addresses = ADDRESS.matcher(line.toLowerCase(Locale.ROOT));
		if (addresses.find()) {
			String proper = addresses.group(1);
			while (addresses.find()) {
				mailmap.put(addresses.group(1), proper);
			}
		}
	}
}
