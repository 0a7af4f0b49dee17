package org.cohort.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All texts in {@code messages/}: {@code NAME.properties} in English, and beside it {@code NAME_fr.properties} and so
 * on. In languages that run right to left every value in a sentence is isolated, so that a name or a code in Latin
 * letters does not turn the words around it.
 */
@Configuration(proxyBeanMethods = false)
class Texts {

	@Bean
	ResourceBundleMessageSource messageSource() {
		ResourceBundleMessageSource source = new ResourceBundleMessageSource() {

			@Override
			protected Object[] resolveArguments(Object @Nullable [] arguments, Locale locale) {
				return Arrays.stream(super.resolveArguments(arguments, locale))
					.map(one -> one instanceof String text ? Languages.isolated(text, locale) : one)
					.toArray();
			}
		};
		source.setBasenames(names());
		source.setDefaultEncoding("UTF-8");
		source.setFallbackToSystemLocale(false);
		return source;
	}

	private static String[] names() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties"))
				.map(file -> String.valueOf(file.getFilename()))
				.filter(file -> !file.contains("_"))
				.map(file -> "messages/" + file.substring(0, file.length() - ".properties".length()))
				.sorted()
				.toArray(String[]::new);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
