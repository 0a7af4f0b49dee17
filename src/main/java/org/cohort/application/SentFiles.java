package org.cohort.application;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out the files of applications, always to be saved and never to be shown in the page. Who may have one is
 * decided by the caller. One that does not exist, or belongs to another application, ends in
 * {@link NoSuchElementException}.
 */
@Service
@Transactional(readOnly = true)
public class SentFiles {

	private final FileTable table;

	private final Applications applications;

	SentFiles(FileTable table, Applications applications) {
		this.table = table;
		this.applications = applications;
	}

	/** For the applicant and for coordinators. */
	ResponseEntity<byte[]> file(UUID applicationId, UUID fileId) {
		FileTable.Stored file = find(applicationId, fileId);
		return answer(file, file.name());
	}

	/**
	 * The file that answers a question of the dossier, for reviewers: only if the question is visible in review and not
	 * personal, and under a name made of the application's code. What is inside the file is as the applicant made it.
	 */
	public ResponseEntity<byte[]> dossierFile(UUID applicationId, String question) {
		FileAnswer answer = applications.dossierFile(applicationId, question)
				.orElseThrow(() -> new NoSuchElementException("The dossier has no such file."));
		FileTable.Stored file = find(applicationId, answer.id());
		return answer(file, applications.get(applicationId).code() + "-" + question + "." + FileContent.ending(file.kind()));
	}

	private FileTable.Stored find(UUID applicationId, UUID fileId) {
		return table.find(applicationId, fileId)
				.orElseThrow(() -> new NoSuchElementException("There is no file " + fileId + "."));
	}

	private static ResponseEntity<byte[]> answer(FileTable.Stored file, String name) {
		return ResponseEntity.ok().contentType(FileContent.mediaType(file.kind()))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
				.header("Content-Security-Policy", "default-src 'none'; sandbox")
				.header("X-Content-Type-Options", "nosniff").body(file.content());
	}
}
