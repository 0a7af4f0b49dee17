package org.cohort.application;

import java.net.URI;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cohort.programme.Question.Type;
import org.cohort.programme.QuestionSet;

/** What people who apply twice often have in common. Pure. */
final class Traits {

	private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

	private Traits() {
	}

	/** What sort of likeness it is. */
	enum Kind {
		/** The mailbox, however it is written. */
		MAIL,
		/** Name and country. */
		NAME,
		/** A page of their own. */
		LINK
	}

	/** One trait; two applications that have it in common may be of one person. */
	record Trait(Kind kind, String value) {
	}

	static Set<Trait> of(Contact contact, QuestionSet questions, Answers answers) {
		Set<Trait> traits = new LinkedHashSet<>();
		traits.add(new Trait(Kind.MAIL, mailbox(contact.email())));
		String name = name(contact.name());
		first(questions, answers, Type.COUNTRY).filter(country -> name.contains(" "))
				.ifPresent(country -> traits.add(new Trait(Kind.NAME, name + "|" + country)));
		questions.questions().stream().filter(question -> question.type() == Type.LINK)
				.flatMap(question -> answers.one(question.key()).stream()).map(Traits::page).filter(page -> !page.isEmpty())
				.forEach(page -> traits.add(new Trait(Kind.LINK, page)));
		return traits;
	}

	/** Small letters, without what stands after a plus, and for Google without dots, as their servers deliver it. */
	static String mailbox(String email) {
		String small = email.toLowerCase(Locale.ROOT);
		int at = small.lastIndexOf('@');
		String domain = small.substring(at + 1);
		String box = small.substring(0, Math.max(at, 0));
		int plus = box.indexOf('+');
		String plain = plus > 0 ? box.substring(0, plus) : box;
		return WITHOUT_DOTS.contains(domain) ? plain.replace(".", "") + "@gmail.com" : plain + "@" + domain;
	}

	/** Without accents, capitals, hyphens and order: {@code García, Ana-Lucía} is {@code Ana Lucia Garcia}. */
	static String name(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
		return Arrays.stream(plain.split(" ")).sorted().collect(Collectors.joining(" "));
	}

	/** Host and path; nothing for the first page of a site, which many people share. */
	static String page(String link) {
		try {
			URI uri = URI.create(link);
			String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
			String path = uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
			return host.isEmpty() || path.isEmpty() ? "" : host + path;
		}
		catch (IllegalArgumentException noLink) {
			return "";
		}
	}

	private static Optional<String> first(QuestionSet questions, Answers answers, Type type) {
		return questions.questions().stream().filter(question -> question.type() == type)
				.flatMap(question -> answers.one(question.key()).stream()).findFirst();
	}
}
