package org.cohort.mail;

import java.time.Duration;

import org.cohort.mail.Letter.Sender;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of mail ({@code cohort.mail.*}); where the mail server is belongs to {@code spring.mail.*}.
 *
 * @param sending whether this application sends; the others only order
 * @param sender who mails come from that belong to no programme
 * @param look how often to look for mails that others ordered or that are due again
 */
@ConfigurationProperties("cohort.mail")
record MailSettings(@DefaultValue("true") boolean sending, @DefaultValue From sender,
		@DefaultValue("1s") Duration look) {

	/** Name and address of the installation's own sender. */
	record From(@DefaultValue("Cohort") String name, @DefaultValue("cohort@localhost") String address) {

		Sender sender() {
			return new Sender(name, address);
		}
	}
}
