package org.cohort.language;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts of {@code messages/} for code that answers people, by their keys. */
@Component
public class Sentences {

	private final MessageSource messages;

	Sentences(MessageSource messages) {
		this.messages = messages;
	}

	/** In the language of whoever asks at this moment; English where nobody does, as in the work of a process. */
	public String say(String key, Object... values) {
		return in(reader(), key, values);
	}

	public String in(Locale reader, String key, Object... values) {
		return messages.getMessage(key, values, reader);
	}

	/** Whoever asks at this moment. */
	public static Locale reader() {
		return LocaleContextHolder.getLocaleContext() == null ? Locale.ENGLISH : LocaleContextHolder.getLocale();
	}
}
