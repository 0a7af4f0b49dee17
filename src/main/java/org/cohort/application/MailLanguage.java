package org.cohort.application;

import java.util.Locale;
import java.util.UUID;
import org.cohort.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which language we write to an applicant: the one in which they applied, until they choose another. */
@Service
class MailLanguage {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	MailLanguage(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	@Transactional
	void choose(UUID applicationId, Locale locale) {
		int changed = jdbc.sql("update application set locale = :locale where id = :id and locale <> :locale")
			.param("locale", locale.toLanguageTag())
			.param("id", applicationId)
			.update();
		if (changed == 1) {
			audit.record("applicant", "choose-language", "application", applicationId, locale.getLanguage());
		}
	}
}
