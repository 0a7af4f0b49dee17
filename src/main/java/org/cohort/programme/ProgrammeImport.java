package org.cohort.programme;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Creates, at start-up, the programmes that are missing. A programme that is there is left as people have made it. */
@Component
@Order(100)
class ProgrammeImport implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ProgrammeImport.class);

	private final ImportSettings settings;

	private final Programmes programmes;

	private final Clock clock;

	ProgrammeImport(ImportSettings settings, Programmes programmes, Clock clock) {
		this.settings = settings;
		this.programmes = programmes;
		this.clock = clock;
	}

	/**
	 * Settings of the import, {@code cohort.programmes}.
	 *
	 * @param files {@code import}: files like {@code classpath:programmes/default.yaml}
	 * @param firstRoundClosesIn how long the first round of a file stays open, instead of what the file says; the
	 * start of the run moves along
	 */
	@ConfigurationProperties("cohort.programmes")
	record ImportSettings(@Name("import") @Nullable List<Resource> files, @Nullable Duration firstRoundClosesIn) {
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		for (Resource resource : settings.files() == null ? List.<Resource>of() : settings.files()) {
			try (InputStream content = resource.getInputStream()) {
				create(ProgrammeFile.read(content));
			}
		}
	}

	private void create(ProgrammeFile file) {
		if (programmes.programmeBySlug(file.slug()).isPresent()) {
			return;
		}
		Programme programme = programmes.store(file, "Cohort");
		log.info("Created the programme «{}».", programme.name());
		ProgrammeFile.FirstRound first = file.firstRound();
		if (first != null && programmes.roundBySlug(first.slug()).isEmpty()) {
			Instant now = clock.instant();
			Duration open = settings.firstRoundClosesIn() == null ? first.closesIn() : settings.firstRoundClosesIn();
			Duration pause = first.runStartsIn().minus(first.closesIn());
			programmes.openRound(programme.id(), new RoundPlan(first.slug(), first.title(), now, now.plus(open),
					now.plus(open).plus(pause), programme.settings().seats()));
			log.info("Opened the round «{}»; it closes at {}.", first.title(), now.plus(open));
		}
	}
}
