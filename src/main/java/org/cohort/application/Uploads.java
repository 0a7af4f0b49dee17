package org.cohort.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;

import org.cohort.application.FileTable.Owner;
import org.cohort.application.FileTable.Stored;
import org.cohort.programme.Question;
import org.cohort.programme.Question.FileRule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Takes the files that come with a form; must run inside a transaction. A form that names a file of somebody else is
 * as if it named none.
 */
@Component
class Uploads {

	/** Most files of one application, those that were replaced later among them. */
	static final int MOST = 20;

	private static final long MEGABYTE = 1_000_000;

	private final FileTable table;

	private final Clock clock;

	private final int perHour;

	private final Cache<String, Bucket> buckets =
			Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();

	Uploads(FileTable table, Clock clock, @Value("${cohort.files-per-hour:60}") int perHour) {
		this.table = table;
		this.clock = clock;
		this.perHour = perHour;
	}

	/** Whether a file was chosen in this form. */
	static boolean any(HttpServletRequest request) {
		MultipartRequest multipart = multipart(request);
		return multipart != null
				&& multipart.getFileMap().values().stream().anyMatch(file -> !file.isEmpty());
	}

	/**
	 * Stores the files that were chosen, and returns the form with them among its answers. One that is not taken leaves
	 * the reason, before the file that was there.
	 */
	FormInput take(Owner owner, List<Question> questions, HttpServletRequest request, FormInput form) {
		Map<String, List<String>> fields = new LinkedHashMap<>(form.fields());
		for (Question question : questions) {
			FileRule rule = question.file();
			if (rule == null) {
				continue;
			}
			List<String> answer = new ArrayList<>(known(owner, question, form));
			if ("yes".equals(request.getParameter("r." + question.key()))) {
				answer.clear();
			}
			MultipartFile chosen = chosen(request, question);
			if (chosen != null) {
				take(owner, question, rule, chosen, request.getRemoteAddr(), answer);
			}
			if (!answer.isEmpty() || fields.containsKey(question.key())) {
				fields.put(question.key(), answer);
			}
		}
		return new FormInput(form.key(), form.name(), form.email(), fields);
	}

	private void take(Owner owner, Question question, FileRule rule, MultipartFile chosen, String address,
			List<String> answer) {
		Optional<String> refusal = refusal(owner, rule, chosen, address);
		if (refusal.isPresent()) {
			answer.addFirst("!" + refusal.get());
			return;
		}
		byte[] content = bytes(chosen);
		FileRule.Kind kind = FileContent.kind(content).filter(rule.kinds()::contains).orElse(null);
		if (kind == null) {
			answer.addFirst("!kind");
			return;
		}
		String given = chosen.getOriginalFilename();
		FileAnswer taken = new FileAnswer(UUID.randomUUID(), FileContent.name(given == null ? "" : given, kind));
		table.insert(taken.id(), owner, question.key(), new Stored(taken.name(), kind, content), checksum(content),
				clock.instant());
		if (owner.draft() != null) {
			table.replace(owner.draft(), question.key(), taken.id());
		}
		answer.clear();
		answer.add(taken.written());
	}

	private Optional<String> refusal(Owner owner, FileRule rule, MultipartFile chosen, String address) {
		if (chosen.getSize() > rule.mostMegabytes() * MEGABYTE) {
			return Optional.of("size");
		}
		Bucket bucket = buckets.get(address, key -> Bucket.builder()
				.addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1))).build());
		return table.count(owner) >= MOST || !bucket.tryConsume(1) ? Optional.of("many") : Optional.empty();
	}

	private List<String> known(Owner owner, Question question, FormInput form) {
		return form.all(question.key()).stream().flatMap(value -> FileAnswer.read(value).stream())
				.filter(file -> table.has(owner, question.key(), file.id())).map(FileAnswer::written).limit(1).toList();
	}

	/** Filters may have wrapped it. */
	private static @Nullable MultipartRequest multipart(HttpServletRequest request) {
		return WebUtils.getNativeRequest(request, MultipartRequest.class);
	}

	private static @Nullable MultipartFile chosen(HttpServletRequest request, Question question) {
		MultipartRequest multipart = multipart(request);
		MultipartFile file = multipart != null ? multipart.getFile("f." + question.key()) : null;
		return file == null || file.isEmpty() ? null : file;
	}

	private static byte[] bytes(MultipartFile file) {
		try {
			return file.getBytes();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String checksum(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (GeneralSecurityException absent) {
			throw new IllegalStateException("Every Java has SHA-256", absent);
		}
	}
}
