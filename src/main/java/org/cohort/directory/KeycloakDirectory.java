package org.cohort.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Asks Keycloak's admin interface, and remembers the answers for a minute. */
@Component
class KeycloakDirectory implements Directory {

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final int PAGE = 100;

	private final KeycloakClient keycloak;

	private final Cache<String, List<Person>> groups = remembered();

	private final Cache<String, Optional<Person>> people = remembered();

	KeycloakDirectory(KeycloakClient keycloak) {
		this.keycloak = keycloak;
	}

	@Override
	public List<Person> members(String group) {
		return groups.get(group, name -> asking("who is in «" + name + "»", () -> {
			Group[] found = keycloak.get("/groups?search={group}&exact=true&briefRepresentation=true", Group[].class,
					name);
			List<Person> members = new ArrayList<>();
			for (Group one : found) {
				if (one.name.equals(name)) {
					members.addAll(membersOf(one.id));
				}
			}
			members.sort(Comparator.comparing(Person::username));
			return List.copyOf(members);
		}));
	}

	private List<Person> membersOf(String groupId) {
		List<Person> members = new ArrayList<>();
		for (int first = 0;; first += PAGE) {
			User[] page = keycloak.get("/groups/{id}/members?first={first}&max={max}&briefRepresentation=true",
					User[].class, groupId, first, PAGE);
			for (User user : page) {
				if (user.enabled) {
					members.add(user.person());
				}
			}
			if (page.length < PAGE) {
				return members;
			}
		}
	}

	@Override
	public Optional<Person> person(String username) {
		return people.get(username, name -> asking("who «" + name + "» is", () -> {
			User[] found = keycloak.get("/users?username={name}&exact=true&briefRepresentation=true", User[].class,
					name);
			for (User user : found) {
				if (user.enabled && user.username.equals(name)) {
					return Optional.of(user.person());
				}
			}
			return Optional.empty();
		}));
	}

	private <T> T asking(String what, Supplier<T> question) {
		try {
			return question.get();
		}
		catch (HttpClientErrorException.Forbidden refused) {
			throw new DirectoryUnavailable("Keycloak would not tell " + what + ": give the service account of the "
					+ "client in cohort.directory.client-id the role view-users of realm-management", refused);
		}
		catch (RestClientException failed) {
			throw new DirectoryUnavailable("Keycloak at " + keycloak.address() + " did not tell " + what + ": "
					+ failed.getMostSpecificCause().getMessage(), failed);
		}
	}

	private static <V> Cache<String, V> remembered() {
		return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
	}

	private record Group(String id, String name) {
	}

	private record User(String username, @Nullable String firstName, @Nullable String lastName,
			@Nullable String email, boolean enabled) {

		Person person() {
			String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
			return new Person(username, name.isEmpty() ? username : name, email == null ? "" : email);
		}
	}
}
