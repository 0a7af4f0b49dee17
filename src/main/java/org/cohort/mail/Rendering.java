package org.cohort.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cohort.language.Languages;
import org.cohort.language.ReaderDialect;
import org.cohort.links.LinkRef;
import org.cohort.mail.Letter.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Turns a letter into a subject line, a text and its HTML twin. What applicants and participants get is written once a
 * language, in {@code templates/mail/LANGUAGE/NAME.txt}, what staff get in {@code templates/mail/NAME.txt}; the HTML
 * follows from the text, see {@link Paragraph}, unless there is a {@code NAME.html} beside it. Besides the letter's own
 * model a template knows {@code name} (of the reader), {@code senderName} and {@code publicUrl}.
 */
@Component
class Rendering {

	private static final String FOLDER = "mail/";

	private static final String SUBJECT = "Subject:";

	private final SpringTemplateEngine text;

	private final SpringTemplateEngine html;

	private final String publicUrl;

	Rendering(MessageSource messages, ReaderDialect reader, @Value("${cohort.public-url}") String publicUrl) {
		this.text = engine(TemplateMode.TEXT, ".txt", messages, reader);
		this.html = engine(TemplateMode.HTML, ".html", messages, reader);
		this.publicUrl = publicUrl;
	}

	private static SpringTemplateEngine engine(TemplateMode mode, String suffix, MessageSource messages,
			ReaderDialect reader) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(suffix);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.setTemplateEngineMessageSource(messages);
		engine.addDialect(reader);
		return engine;
	}

	/** @throws IllegalStateException if the template does not begin with its subject */
	Rendered render(String template, Letter letter, Sender sender) {
		Map<String, Object> model = new HashMap<>(letter.model());
		model.putIfAbsent("name", letter.name());
		model.putIfAbsent("senderName", sender.name());
		model.putIfAbsent("publicUrl", publicUrl);
		Source source = Source.of(template, letter.locale());
		Map<String, Object> shown = new HashMap<>(model);
		shown.replaceAll((key, value) -> source.shown(value));
		String whole = text.process(source.name(), new Context(source.locale(), shown)).strip();
		int end = whole.indexOf('\n');
		if (!whole.startsWith(SUBJECT) || end < 0) {
			throw new IllegalStateException("The first line of templates/" + source.name()
					+ ".txt must be its subject: «Subject: …»");
		}
		String subject = whole.substring(SUBJECT.length(), end).strip();
		String body = whole.substring(end).strip().replaceAll("\\R{3,}", "\n\n") + "\n";
		model.put("subject", subject);
		model.put("direction", Languages.direction(source.locale()));
		model.put("paragraphs", Paragraph.all(body));
		// The layout's own doctype is lost when a template takes it over.
		String page = "<!DOCTYPE html>\n"
				+ html.process(exists(source.name() + ".html") ? source.name() : FOLDER + "letter",
						new Context(source.locale(), model))
					.replace("<!DOCTYPE html>", "")
					.strip();
		return new Rendered(subject, body, page);
	}

	private static boolean exists(String file) {
		return Rendering.class.getClassLoader().getResource("templates/" + file) != null;
	}

	/**
	 * Where a mail is written.
	 *
	 * @param locale the reader's, or English where the mail is not written in the reader's language
	 * @param forApplicants whether its links lead to pages in the language of the mail
	 */
	private record Source(String name, Locale locale, boolean forApplicants) {

		static Source of(String template, Locale reader) {
			for (Locale locale : List.of(reader, Locale.ENGLISH)) {
				String name = FOLDER + locale.getLanguage() + "/" + template;
				if (exists(name + ".txt")) {
					return new Source(name, locale, true);
				}
			}
			return new Source(FOLDER + template, Locale.ENGLISH, false);
		}

		/** A value as it may stand in the text: on one line, so that nobody's words can pass for a button of ours. */
		Object shown(Object value) {
			if (value instanceof Collection<?> several) {
				return several.stream().map(this::shown).toList();
			}
			if (!(value instanceof String words)) {
				return value;
			}
			if (words.startsWith(LinkRef.SCHEME)) {
				return forApplicants ? words + "?language=" + locale.getLanguage() : words;
			}
			String line = words.replaceAll("\\R", " ");
			return line.startsWith("http") ? line : Languages.isolated(line, locale);
		}
	}

	/** A mail ready to be kept; links are still placeholders. */
	record Rendered(String subject, String text, String html) {
	}
}
