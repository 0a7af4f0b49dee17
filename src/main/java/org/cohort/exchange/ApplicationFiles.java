package org.cohort.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.cohort.application.ExportedApplications;
import org.cohort.application.ExportedApplications.Exported;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** The applications of a round as a file. Memory does not grow with the number of applications. */
@Component
class ApplicationFiles {

	private static final List<String> FIRST = List.of("code", "stage", "submitted-at", "confirmed-at", Mapping.NAME,
			Mapping.EMAIL, Mapping.LANGUAGE);

	private final ExportedApplications applications;

	private final Programmes programmes;

	private final JsonMapper json;

	ApplicationFiles(ExportedApplications applications, Programmes programmes, JsonMapper json) {
		this.applications = applications;
		this.programmes = programmes;
		this.json = json;
	}

	/**
	 * RFC 4180 in UTF-8 with a mark, so that spreadsheets know it; several values of an answer are separated by «;».
	 * @param readable answers in words, columns by the question's label; otherwise keys throughout
	 */
	void csv(UUID roundId, boolean readable, OutputStream out) throws IOException {
		List<Question> questions = programmes.round(roundId).settings().questions();
		out.write(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF });
		try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
			csv.writeRecord(header(questions, readable));
			applications.forEach(roundId, readable, one -> csv.writeRecord(cells(one, questions)));
		}
	}

	/** A list of objects; see {@link Exported}. */
	void json(UUID roundId, OutputStream out) throws IOException {
		try (SequenceWriter list = json.writer().writeValuesAsArray(out)) {
			applications.forEach(roundId, false, list::write);
		}
		catch (UncheckedIOException broken) {
			throw broken.getCause();
		}
	}

	private static List<String> header(List<Question> questions, boolean readable) {
		Set<String> header = new LinkedHashSet<>(FIRST);
		questions.forEach(question -> {
			String name = readable ? question.label().toString() : Mapping.QUESTION + question.key();
			header.add(header.contains(name) ? name + " (" + question.key() + ")" : name);
		});
		return header.stream().map(SafeCell::of).toList();
	}

	private static List<String> cells(Exported one, List<Question> questions) {
		List<String> cells = new ArrayList<>(List.of(one.code(), one.stage().name(), one.submittedAt().toString(),
				one.confirmedAt() == null ? "" : one.confirmedAt().toString(), one.name(), one.email(), one.language()));
		questions.forEach(question -> cells.add(String.join("; ", one.answers().getOrDefault(question.key(), List.of()))));
		return cells.stream().map(SafeCell::of).toList();
	}
}
