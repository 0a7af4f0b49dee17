package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people who have applied when the local platform is begun afresh, {@code demonstration-people.yaml}. They use the
 * pages and their mails like anybody else, so that what becomes of them is what the process makes of it.
 */
final class Demonstration {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final JsonMapper MAPPER =
			JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

	private static final Pattern DAY = Pattern.compile("\\{(-?\\d+)}");

	/** How far somebody goes by themselves. */
	enum Goal {
		DRAFT, UNPROVED, PROVED, WITHDRAWN
	}

	/** A text that somebody sends along, to the question of this field. */
	record Sample(String question, String name, String text) {
	}

	/**
	 * @param address what stands before the at sign
	 * @param answers by the name of the field
	 * @param about the voluntary answers, by the name of the field
	 */
	record Person(String round, String name, String address, String language, Goal goes, Map<String, String> answers,
			@Nullable Map<String, String> about, @Nullable Sample file) {

		String mailbox() {
			return address + "@people.example";
		}

		/** What is typed into the form. */
		Map<String, String> fields() {
			var fields = new LinkedHashMap<>(Map.of("name", name, "email", mailbox()));
			answers.forEach((field, answer) -> fields.put(field, DAY.matcher(answer)
				.replaceAll(day -> LocalDate.now().plusDays(Long.parseLong(day.group(1))).toString())));
			return fields;
		}
	}

	private final LocalPlatform platform;

	private final List<Person> people = people();

	Demonstration(LocalPlatform platform) {
		this.platform = platform;
	}

	/** Whether nothing has happened on this platform yet. */
	boolean begins() {
		return platform.mails().mails().isEmpty();
	}

	/** They all apply, one after the other; returns how many there are. */
	int apply() throws InterruptedException {
		for (int number = 0; number < people.size(); number++) {
			applies(people.get(number), new FormClient(platform.publicUrl(), people.get(number).language(), number + 1));
		}
		return people.size();
	}

	private void applies(Person person, FormClient client) throws InterruptedException {
		String page = "/apply/" + person.round();
		var fields = client.reads(page);
		fields.put("action", person.goes() == Goal.DRAFT ? "save" : "submit");
		fields.putAll(person.fields());
		Sample file = person.file();
		String next = file == null ? client.sends(page, fields)
				: client.sends(page, fields, file.question(), file.name(), file.text());
		if (next.startsWith("answered")) {
			throw new IllegalStateException(person.name() + " could not apply: Cohort " + next);
		}
		if (person.about() != null) {
			var said = client.reads(next);
			said.putAll(person.about());
			client.sends(next, said);
		}
		if (person.goes() == Goal.PROVED || person.goes() == Goal.WITHDRAWN) {
			String proof = mailed(person, "confirm", "");
			client.sends(proof, client.reads(proof));
		}
		if (person.goes() == Goal.WITHDRAWN) {
			String withdrawal = mailed(person, "status", "/withdraw");
			client.sends(withdrawal, client.reads(withdrawal));
		}
	}

	/** The page of this kind to which a mail leads, once that mail is there. */
	private String mailed(Person person, String kind, String below) throws InterruptedException {
		Pattern link = Pattern.compile("https?://[^/]+/" + kind + "/[^/?]+");
		Instant until = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(until)) {
			Optional<String> found = platform.mails().to(person.mailbox()).stream().flatMap(mail -> mail.links().stream())
				.map(link::matcher).filter(Matcher::lookingAt).map(Matcher::group).findFirst();
			if (found.isPresent()) {
				return found.get() + below;
			}
			Thread.sleep(250);
		}
		throw new IllegalStateException(person.name() + " got no mail with a link to /" + kind);
	}

	static List<Person> people() {
		try (var file = Demonstration.class.getResourceAsStream("/platform/demonstration-people.yaml")) {
			return MAPPER.convertValue(new Yaml().load(Objects.requireNonNull(file)), new TypeReference<>() {
			});
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
