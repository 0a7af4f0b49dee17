package org.cohort.eligibility.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

import org.cohort.programme.ScreeningSettings;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.util.FS;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Reads the repositories that programmes name: a mirror that somebody else keeps, below the folder that the
 * configuration allows, or a copy that is fetched over https and kept. Redirections are not followed, so nothing else
 * is ever asked than what a programme names.
 */
@Component
class Repositories {

	private static final String HEAD = "refs/cohort/head";

	private final EvidenceSettings settings;

	Repositories(EvidenceSettings settings) {
		this.settings = settings;
	}

	/**
	 * Counts the commits of everybody.
	 * @throws Unreachable if the repository cannot be read at this moment
	 */
	Tallies tallies(ScreeningSettings.Repository named, Instant from, Instant until) throws Unreachable {
		try {
			if (named.mirror() != null) {
				try (Repository mirror = mirror(Path.of(named.mirror()))) {
					return Tallies.of(mirror, "HEAD", from, until);
				}
			}
			try (Repository copy = copy(String.valueOf(named.url()))) {
				return Tallies.of(copy, HEAD, from, until);
			}
		}
		catch (IOException | JGitInternalException damaged) {
			throw new Unreachable("The repository cannot be read; it may be damaged.", damaged);
		}
	}

	private Repository mirror(Path folder) throws Unreachable, IOException {
		Path allowed = settings.mirrors();
		if (allowed == null) {
			throw new Unreachable("Local mirrors are not allowed by the configuration (cohort.evidence.mirrors).");
		}
		if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(allowed.toRealPath())) {
			throw new Unreachable("There is no mirror at this path below the folder that the configuration allows.");
		}
		FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true).setFS(FS.DETECTED);
		Path inside = folder.resolve(".git");
		builder.setGitDir((FileKey.isGitRepository(folder.toFile(), FS.DETECTED) ? folder : inside).toFile());
		try {
			return builder.build();
		}
		catch (IOException none) {
			throw new Unreachable("What is at this path is no Git repository.", none);
		}
	}

	private Repository copy(String url) throws Unreachable, IOException {
		String scheme = URI.create(url).getScheme();
		if (!"https".equals(scheme) && !(settings.insecure() && "http".equals(scheme))) {
			throw new Unreachable("Only addresses that begin with https:// are fetched.");
		}
		Path folder = settings.folder().resolve(DigestUtils.md5DigestAsHex(url.getBytes(StandardCharsets.UTF_8)) + ".git");
		Repository copy = new FileRepository(folder.toFile());
		try {
			if (!Files.exists(folder)) {
				Files.createDirectories(folder);
				copy.create(true);
			}
			copy.getConfig().setString("http", null, "followRedirects", "false");
			copy.getConfig().save();
			fetch(url, copy, new FetchLimit(settings, size(folder)));
			return copy;
		}
		catch (Unreachable | IOException | RuntimeException failed) {
			copy.close();
			throw failed;
		}
	}

	private static void fetch(String url, Repository copy, FetchLimit limit) throws Unreachable {
		try (Git git = new Git(copy)) {
			git.fetch().setRemote(url).setRefSpecs(new RefSpec("+HEAD:" + HEAD)).setTagOpt(TagOpt.NO_TAGS)
					.setTimeout((int) limit.longestSilence().toSeconds())
					.setTransportConfigCallback(transport ->
							((TransportHttp) transport).setHttpConnectionFactory(limit))
					.call();
		}
		catch (GitAPIException | JGitInternalException failed) {
			throw new Unreachable(limit.passed().orElse("It could not be fetched from its address."), failed);
		}
	}

	private static long size(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.mapToLong(file -> file.toFile().length()).sum();
		}
	}
}
