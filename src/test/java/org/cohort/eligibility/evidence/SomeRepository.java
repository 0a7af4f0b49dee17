package org.cohort.eligibility.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository that a test makes. */
final class SomeRepository implements AutoCloseable {

	private final Git git;

	private final Path folder;

	private int number;

	private SomeRepository(Git git, Path folder) {
		this.git = git;
		this.folder = folder;
	}

	static SomeRepository in(Path folder) throws GitAPIException {
		return new SomeRepository(Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call(), folder);
	}

	Path folder() {
		return folder;
	}

	Git git() {
		return git;
	}

	SomeRepository commit(String author, String written) throws GitAPIException, IOException {
		return commit(author, Instant.parse(written), ZoneOffset.UTC, "robot@example.org");
	}

	SomeRepository commit(String author, Instant written, ZoneId zone, String committer)
			throws GitAPIException, IOException {
		Files.writeString(folder.resolve("file-" + ++number + "-" + author.hashCode()), "x");
		git.add().addFilepattern(".").call();
		git.commit().setMessage("Change " + number).setSign(false).setAuthor(new PersonIdent("Somebody", author, written,
				zone))
				.setCommitter(new PersonIdent("Robot", committer, written, zone)).call();
		return this;
	}

	SomeRepository file(String name, String content) throws IOException {
		Files.writeString(folder.resolve(name), content);
		return this;
	}

	/** A branch with one commit of somebody, merged by somebody else. */
	SomeRepository merged(String author, String written) throws GitAPIException, IOException {
		git.checkout().setCreateBranch(true).setName("side").call();
		commit(author, written);
		git.checkout().setName("main").call();
		git.merge().include(git.getRepository().resolve("side")).setFastForward(FastForwardMode.NO_FF)
				.setMessage("Merge").call();
		return this;
	}

	@Override
	public void close() {
		git.close();
	}
}
