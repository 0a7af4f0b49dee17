package org.cohort.mentorship;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.MovableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds with people in them, each test with a programme of its own. Names and words are invented. */
public final class RunFixture {

	private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private final Random random = new Random();

	public final Participations participations;

	public final Weeks weeks;

	public final Runs runs;

	public final Programmes programmes;

	public final MovableClock clock;

	private final Applications applications;

	private final JdbcClient jdbc;

	public RunFixture(ApplicationContext context) {
		participations = context.getBean(Participations.class);
		weeks = context.getBean(Weeks.class);
		runs = context.getBean(Runs.class);
		programmes = context.getBean(Programmes.class);
		applications = context.getBean(Applications.class);
		jdbc = context.getBean(JdbcClient.class);
		clock = context.getBean(MovableClock.class);
	}

	/** The founding programme under a new short name, with some settings replaced: {@code "weeks: 10", "weeks: 2"}. */
	public Programme programme(String... replacements) {
		var yaml = read("/programmes/default.yaml").replace("slug: first-steps",
				"slug: p" + UUID.randomUUID().toString().substring(0, 8));
		for (int index = 0; index < replacements.length; index += 2) {
			if (!yaml.contains(replacements[index])) {
				throw new IllegalArgumentException("The programme has no «%s».".formatted(replacements[index]));
			}
			yaml = yaml.replace(replacements[index], replacements[index + 1]);
		}
		return programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
	}

	/** A closed round whose run starts in an hour. */
	public Round round(Programme programme) {
		var now = clock.instant();
		var plan = new RoundPlan("r" + UUID.randomUUID().toString().substring(0, 8), "Spring round",
				now.minus(Duration.ofDays(1)), now.plus(Duration.ofMinutes(30)), now.plus(Duration.ofHours(1)), 5);
		var round = programmes.openRound(programme.id(), plan);
		programmes.markClosed(round.id());
		return round;
	}

	/** An application in the stage of having accepted the offer. */
	public UUID accepted(Round round, String name) {
		return application(round, name, Stage.ACCEPTED);
	}

	public UUID application(Round round, String name, Stage stage) {
		var id = UUID.randomUUID();
		var email = id + "@people.example";
		var now = clock.instant().atOffset(ZoneOffset.UTC);
		while (jdbc.sql("""
				insert into application (id, round_id, code, submission_key, stage, stage_since, name, email, email_key,
					locale, answers, submitted_at, confirmed_at)
				values (:id, :round, :code, :key, :stage, :now, :name, :email, :email, 'en', '{}'::jsonb, :now, :now)
				on conflict (code) do nothing
				""")
			.params(Map.of("id", id, "round", round.id(), "code", code(), "key", UUID.randomUUID(), "stage",
					stage.name(), "now", now, "name", name, "email", email))
			.update() == 0) {
			// the code is taken, as happens once in some thousand runs: take another
		}
		return id;
	}

	/** A participation with its mentor, both sides agreed. */
	public UUID agreed(Round round, String name, String mentor) {
		var id = participations.start(accepted(round, name));
		participations.assignMentor(id, mentor);
		participations.confirmByMentor(id, mentor);
		participations.confirmByParticipant(id);
		return id;
	}

	/** The same with its weeks planned, and the clock moved into the first one. */
	public UUID running(Round round, String name, String mentor) {
		var id = agreed(round, name, mentor);
		weeks.plan(id);
		moveTo(weeks.get(id, 1).startsAt().plusSeconds(1));
		weeks.open(id, 1);
		return id;
	}

	public void moveTo(Instant moment) {
		var ahead = Duration.between(clock.instant(), moment);
		if (ahead.isPositive()) {
			clock.forward(ahead);
		}
	}

	public static Entry.Content words(String hours, String done, MergedChange... changes) {
		return new Entry.Content(Hours.inOneWeek(hours), done, List.of(changes), "", HowItGoes.WELL, "");
	}

	public static MergedChange merged(int number, ChangeKind kind) {
		return MergedChange.of("https://code.example/project/pull/" + number, kind);
	}

	private String code() {
		var code = new StringBuilder();
		for (int index = 0; index < 6; index++) {
			code.append(index == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return code.toString();
	}

	private static String read(String resource) {
		try (InputStream file = RunFixture.class.getResourceAsStream(resource)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
