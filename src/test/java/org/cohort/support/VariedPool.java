package org.cohort.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.cohort.application.Stage;
import org.cohort.programme.Attribute;
import org.cohort.programme.Round;

/** People of many kinds in the pool of a round, the same ones every time. */
public final class VariedPool {

	private static final String[][] PLACES = { { "NG", "Africa/Lagos" }, { "KE", "Africa/Nairobi" },
			{ "BR", "America/Sao_Paulo" },
			{ "MX", "America/Mexico_City" }, { "IN", "Asia/Kolkata" }, { "PH", "Asia/Manila" }, { "DE", "Europe/Berlin" },
			{ "US", "America/New_York" } };

	private VariedPool() {
	}

	/** Thirty of them. */
	public static List<UUID> in(Applicants applicants, Round round) {
		return of(30, applicants, round);
	}

	public static List<UUID> of(int people, Applicants applicants, Round round) {
		Random dice = new Random(42);
		List<UUID> ids = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			String[] place = PLACES[dice.nextInt(PLACES.length)];
			Applicants.Applicant applicant = applicants.in(round).at(Stage.IN_POOL).scored(40 + dice.nextInt(600) / 10.0)
				.answer("country", place[0]).answer("time-zone", place[1]).answer("years", Integer.toString(1 + dice.nextInt(7)))
				.answer("motivation", "I am number " + i + " and would like to learn.");
			for (Attribute attribute : round.settings().selfIdentification()) {
				if (dice.nextInt(10) < 8) {
					applicant.says(attribute.key(), attribute.values().get(dice.nextInt(attribute.values().size())).key());
				}
			}
			ids.add(applicant.store());
		}
		return ids;
	}
}
