package org.cohort.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.springframework.stereotype.Component;

/**
 * Posts mails for every process. The task's headers say which: {@code template}, {@code audience}, {@code subject} (the
 * name of the variable with the id of what it is about) and, if the mail repeats, {@code detail} (names of variables
 * that tell the repetitions apart, separated by commas).
 */
@Component
class MailWorkers {

	private final Mails mails;

	MailWorkers(Mails mails) {
		this.mails = mails;
	}

	@Works("send-mail")
	void sendMail(Job job) {
		String template = job.header("template");
		UUID subject = job.uuid(job.header("subject"));
		Map<String, String> details = new LinkedHashMap<>();
		job.optionalHeader("detail").stream()
			.flatMap(names -> Arrays.stream(names.split(",")))
			.map(String::strip)
			.forEach(name -> details.put(name, job.text(name)));
		StringBuilder key = new StringBuilder(template).append(':').append(subject);
		details.values().forEach(value -> key.append(':').append(value));
		mails.post(new MailOrder(template, key.toString(), job.header("audience"), subject, details));
	}
}
