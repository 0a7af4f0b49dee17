package org.cohort.platform;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The HTML of the page of caught mails. */
final class MailHtml {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+[^\\s<.,;:!?)]");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	private static final String PAGE = """
			<!doctype html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			{{refresh}}<title>{{title}}</title>
			<style>
			:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
			body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
			table { border-collapse: collapse; width: 100%; }
			th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #8886; vertical-align: top; }
			dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
			dd { margin: 0; overflow-wrap: anywhere; }
			pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #8886; padding: 1rem; }
			iframe { width: 100%; height: 32rem; border: 1px solid #8886; background: #fff; color-scheme: light; }
			@media (max-width: 40rem) { th:first-child, td:first-child { display: none; } }
			</style>
			</head>
			<body>
			{{body}}
			</body>
			</html>
			""";

	private MailHtml() {
	}

	static String list(List<CaughtMail> mails) {
		var rows = new StringBuilder();
		mails.reversed()
			.forEach(mail -> rows.append("<tr><td>%s<td>%s<td><a href=\"/%s\">%s</a>%s</tr>%n".formatted(
					TIME.format(mail.received()), escaped(mail.to()), mail.id(),
					escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
					mail.attachments().isEmpty() ? "" : " · " + mail.attachments().size() + " attached")));
		String table = mails.isEmpty() ? "<p>No mail yet. This page looks again every five seconds.</p>"
				: "<table><thead><tr><th>Received<th>To<th>Subject</tr></thead><tbody>" + rows + "</tbody></table>";
		return page("Caught mails", "<meta http-equiv=\"refresh\" content=\"5\">",
				"<h1>Caught mails</h1><p>Nothing leaves this machine: " + mails.size() + " so far, newest first.</p>"
						+ table);
	}

	static String mail(CaughtMail mail) {
		var body = new StringBuilder("<p><a href=\"/\">All mails</a></p><h1>%s</h1>".formatted(escaped(mail.subject())));
		body.append("<dl><dt>To<dd>%s<dt>From<dd>%s<dt>Received<dd>%s<dt>Message-ID<dd>%s</dl>".formatted(
				escaped(mail.to()), escaped(mail.from()), TIME.format(mail.received()), escaped(mail.messageId())));
		for (int i = 0; i < mail.attachments().size(); i++) {
			var attachment = mail.attachments().get(i);
			body.append("<p>Attached: <a href=\"/%s/%d\">%s</a> (%s, %,d bytes)</p>".formatted(mail.id(), i,
					escaped(attachment.name()), escaped(attachment.contentType()), attachment.content().length));
		}
		if (!mail.html().isBlank()) {
			body.append("<h2>HTML</h2><iframe title=\"The mail as HTML\" src=\"/%s/html\" ".formatted(mail.id()))
				.append("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>");
		}
		if (!mail.text().isBlank()) {
			body.append("<h2>Text</h2><pre>").append(linked(mail.text())).append("</pre>");
		}
		body.append("<p><a href=\"/%s/source\">Source</a></p>".formatted(mail.id()));
		return page(mail.subject(), "", body.toString());
	}

	static String notFound() {
		return page("No such mail", "", "<h1>No such mail</h1><p><a href=\"/\">All mails</a></p>");
	}

	static String openingLinksInANewTab(String html) {
		return "<base target=\"_blank\">" + html;
	}

	private static String linked(String text) {
		return LINK.matcher(escaped(text))
			.replaceAll(match -> "<a href=\"%1$s\">%1$s</a>".formatted(java.util.regex.Matcher.quoteReplacement(match.group())));
	}

	private static String page(String title, String refresh, String body) {
		return PAGE.replace("{{refresh}}", refresh).replace("{{title}}", escaped(title)).replace("{{body}}", body);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
