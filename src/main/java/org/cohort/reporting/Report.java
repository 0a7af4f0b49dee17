package org.cohort.reporting;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A report as it was sent, without its content. {@code week} is of the participation or of the run. */
public record Report(UUID id, Kind kind, UUID roundId, @Nullable UUID participationIdOrNull,
		@Nullable Integer weekOrNull, String title, byte[] pdfSha256, int recipients, UUID linkId, Instant madeAt) {

	public Optional<Integer> week() {
		return Optional.ofNullable(weekOrNull);
	}

	public Optional<UUID> participationId() {
		return Optional.ofNullable(participationIdOrNull);
	}

	/** In hexadecimal, to compare with the file. */
	public String fingerprint() {
		return HexFormat.of().formatHex(pdfSha256);
	}

	/** A name for the PDF, of letters that every file system takes. */
	public String fileName() {
		return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".pdf";
	}

	/** What a report is about. */
	public enum Kind {

		PARTICIPANT_WEEK("participant-week"), GROUP_WEEK("group-week"), SUMMARY("summary");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		public String word() {
			return word;
		}

		static Kind of(String word) {
			for (var kind : values()) {
				if (kind.word.equals(word)) {
					return kind;
				}
			}
			throw new IllegalArgumentException("Unknown kind of report «%s».".formatted(word));
		}
	}
}
