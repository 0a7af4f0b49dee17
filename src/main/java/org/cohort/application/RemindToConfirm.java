package org.cohort.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of the link that confirms their address, besides the reminder that the process sends. */
@Component
class RemindToConfirm implements BulkAction {

	private final ApplicationTable table;

	private final Mails mails;

	private final AuditTrail audit;

	private final Clock clock;

	RemindToConfirm(ApplicationTable table, Mails mails, AuditTrail audit, Clock clock) {
		this.table = table;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String key() {
		return "remind-to-confirm";
	}

	@Override
	public boolean irrevocable() {
		return true;
	}

	@Override
	@Transactional
	public Result perform(UUID applicationId, String actor) {
		Application application = table.lock(applicationId);
		if (application.confirmedAt() != null) {
			return new Result(false, "The address is confirmed already.");
		}
		if (application.stage() != Stage.UNCONFIRMED) {
			return new Result(false, "The application has ended.");
		}
		String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
		String key = "confirm-reminder-by-hand:" + applicationId + ":" + day;
		if (mails.posted(key)) {
			return new Result(false, "A coordinator has reminded them today already.");
		}
		mails.post(new MailOrder("confirm-reminder", key, "applicant", applicationId, Map.of()));
		audit.record(actor, "remind-to-confirm", "application", applicationId, "");
		return new Result(true, "The mail is on its way.");
	}
}
