package org.cohort.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts mails for every process. The task's headers say which: {@code template}, {@code audience}, {@code subject} (the
 * name of the variable with the id of what it is about) and, if the mail repeats, {@code detail} (names of variables
 * that tell the repetitions apart, separated by commas). Who has withdrawn gets the answer to that and no other mail,
 * even while the process is a moment behind.
 */
@Component
class MailWorkers {

	private static final Logger log = LoggerFactory.getLogger(MailWorkers.class);

	private final Mails mails;

	private final Applications applications;

	MailWorkers(Mails mails, Applications applications) {
		this.mails = mails;
		this.applications = applications;
	}

	@Works("send-mail")
	void sendMail(Job job) {
		String template = job.header("template");
		String audience = job.header("audience");
		UUID subject = job.uuid(job.header("subject"));
		if (audience.equals("applicant") && !template.equals("withdrawn")
				&& applications.stage(subject) == Stage.WITHDRAWN) {
			log.info("{} writes no «{}»: the application was withdrawn, of which its process has yet to hear", job,
					template);
			return;
		}
		Map<String, String> details = new LinkedHashMap<>();
		job.optionalHeader("detail").stream()
			.flatMap(names -> Arrays.stream(names.split(",")))
			.map(String::strip)
			.forEach(name -> details.put(name, job.text(name)));
		StringBuilder key = new StringBuilder(template).append(':').append(subject);
		details.values().forEach(value -> key.append(':').append(value));
		mails.post(new MailOrder(template, key.toString(), audience, subject, details));
	}
}
