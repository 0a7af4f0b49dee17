package org.cohort.application;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Countries and time zones to choose from. */
final class Places {

	/** Names like Europe/Brussels; the short and the old ones only confuse. */
	private static final Pattern CITY = Pattern.compile(
			"(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");

	private Places() {
	}

	static List<FormView.Choice> countries(Locale locale) {
		Collator collator = Collator.getInstance(locale);
		return Arrays.stream(Locale.getISOCountries())
				.map(code -> new FormView.Choice(code, Locale.of("", code).getDisplayCountry(locale)))
				.sorted(Comparator.comparing(FormView.Choice::label, collator)).toList();
	}

	/** By continent, whose name is put into words, with the hours that each is ahead of UTC at this moment. */
	static List<FormView.Choices> timeZones(Instant now, UnaryOperator<String> continents) {
		Map<String, List<FormView.Choice>> byContinent = new TreeMap<>();
		ZoneId.getAvailableZoneIds().stream().filter(id -> CITY.matcher(id).matches()).sorted().forEach(id -> {
			String continent = id.substring(0, id.indexOf('/'));
			String city = id.substring(continent.length() + 1).replace('_', ' ').replace("/", ", ");
			String offset = ZoneId.of(id).getRules().getOffset(now).getId();
			byContinent.computeIfAbsent(continent, none -> new ArrayList<>()).add(
					new FormView.Choice(id, city + " (UTC" + ("Z".equals(offset) ? "" : offset) + ")"));
		});
		List<FormView.Choices> zones = new ArrayList<>();
		zones.add(new FormView.Choices("UTC", List.of(new FormView.Choice("UTC", "UTC"))));
		byContinent.forEach((continent, cities) -> zones.add(new FormView.Choices(continents.apply(continent), cities)));
		return zones;
	}
}
