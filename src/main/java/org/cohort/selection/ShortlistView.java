package org.cohort.selection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.selection.Shortlist.Line;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of the committee show in the same way. */
@Component
class ShortlistView {

	private final Programmes programmes;

	private final Applications applications;

	private final Directory directory;

	ShortlistView(Programmes programmes, Applications applications, Directory directory) {
		this.programmes = programmes;
		this.applications = applications;
		this.directory = directory;
	}

	/** Puts the round into the model; ends in «not found» when there is none. */
	Round round(UUID roundId, Model model) {
		Round round = programmes.round(roundId);
		model.addAttribute("round", round);
		model.addAttribute("zone", round.settings().timeZone());
		return round;
	}

	/** Applicants' names by application, if the programme says that the committee sees them. */
	Map<UUID, String> applicants(Round round, Collection<UUID> ids) {
		Map<UUID, String> names = new HashMap<>();
		if (Boolean.TRUE.equals(round.settings().selection().names())) {
			ids.forEach(id -> names.put(id, applications.contact(id).name()));
		}
		return names;
	}

	/** Names of staff by user name; the user name itself when Keycloak does not tell. */
	Map<String, String> staff(Collection<String> usernames) {
		Map<String, String> names = new HashMap<>();
		usernames.forEach(username -> names.computeIfAbsent(username, this::name));
		return names;
	}

	List<Person> committee() {
		try {
			return directory.members("committee");
		}
		catch (DirectoryUnavailable away) {
			return List.of();
		}
	}

	static Line line(Shortlist shortlist, String code) {
		return shortlist.line(code).orElseThrow(() -> ShortlistRefused.nobodyWithThisCode(code));
	}

	/** What is wrong with a reason, if anything is. */
	static Optional<String> wrongReason(String reason) {
		return reason.strip().length() >= Change.SHORTEST_REASON && reason.length() <= Change.LONGEST_REASON
				? Optional.empty()
				: Optional.of("Give a reason of " + Change.SHORTEST_REASON + " to " + Change.LONGEST_REASON
						+ " characters; it is kept with the decision.");
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}
}
