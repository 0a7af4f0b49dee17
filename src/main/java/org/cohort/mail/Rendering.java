package org.cohort.mail;

import java.util.HashMap;
import java.util.Map;

import org.cohort.mail.Letter.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Turns a letter into a subject line, a text and its HTML twin. Besides the letter's own model a template knows
 * {@code name} (of the reader), {@code senderName} and {@code publicUrl}.
 */
@Component
class Rendering {

	private static final String SUBJECT = "Subject:";

	private final SpringTemplateEngine text;

	private final SpringTemplateEngine html;

	private final String publicUrl;

	Rendering(MessageSource messages, @Value("${cohort.public-url}") String publicUrl) {
		this.text = engine(TemplateMode.TEXT, ".txt", messages);
		this.html = engine(TemplateMode.HTML, ".html", messages);
		this.publicUrl = publicUrl;
	}

	private static SpringTemplateEngine engine(TemplateMode mode, String suffix, MessageSource messages) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(suffix);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.setTemplateEngineMessageSource(messages);
		return engine;
	}

	/** @throws IllegalStateException if the template does not begin with its subject */
	Rendered render(String template, Letter letter, Sender sender) {
		Map<String, Object> model = new HashMap<>(letter.model());
		model.putIfAbsent("name", letter.name());
		model.putIfAbsent("senderName", sender.name());
		model.putIfAbsent("publicUrl", publicUrl);
		Context context = new Context(letter.locale(), model);
		String whole = text.process("mail/" + template, context).strip();
		int end = whole.indexOf('\n');
		if (!whole.startsWith(SUBJECT) || end < 0) {
			throw new IllegalStateException("The first line of templates/mail/" + template
					+ ".txt must be its subject: «Subject: …»");
		}
		String subject = whole.substring(SUBJECT.length(), end).strip();
		context.setVariable("subject", subject);
		// The layout's own doctype is lost when a template takes it over.
		String page = "<!DOCTYPE html>\n" + html.process("mail/" + template, context)
				.replace("<!DOCTYPE html>", "").strip();
		return new Rendered(subject, whole.substring(end).strip() + "\n", page);
	}

	/** A mail ready to be kept; links are still placeholders. */
	record Rendered(String subject, String text, String html) {
	}
}
