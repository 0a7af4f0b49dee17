package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cohort.support.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address with every role and without one. */
@ApplicationTest
class AddressesTests {

	private static final List<String> ROLES = SecurityConfiguration.ROLES.stream().sorted().toList();

	@Autowired
	MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	/** One address: {@code roles} is null for everybody. */
	record Address(String method, String pattern, @Nullable Set<String> roles) {

		String who() {
			return roles == null ? "everybody" : String.join(", ", roles.stream().sorted().toList());
		}

		boolean isApi() {
			return pattern.startsWith("/api/");
		}

		String path() {
			return pattern.replaceAll("\\{(n|week|number|turn)(:[^}]*)?}", "1")
					.replaceAll("\\{token(:[^}]*)?}", "not-a-token")
					.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
		}
	}

	@Test
	void everyHandlerSaysWhoMayCallIt() {
		assertThat(ours()).isNotEmpty().allSatisfy(handler -> assertThat(EveryHandlerSaysWho.saysWho(handler))
				.as("%s says who may call it", handler.getShortLogMessage()).isTrue());
	}

	@Test
	void onlyWhatIsMeantForEverybodyStandsOutsideTheStaffPages() {
		assertThat(addresses()).allSatisfy(address -> assertThat(address.roles() == null)
				.as("%s is open to everybody exactly when it is no staff page and no API", address)
				.isEqualTo(!address.pattern().startsWith("/staff") && !address.isApi()));
	}

	@TestFactory
	Stream<DynamicTest> strangersReachOnlyThePagesForEverybody() {
		return addresses().stream().map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
			var result = call(address, null);
			if (address.roles() == null) {
				assertThat(refused(result)).as("a stranger is let in").isFalse();
				assertThat(result.getResponse().getStatus()).as("a wrong link is answered clearly").isLessThan(500);
			}
			else {
				assertThat(refused(result)).as("a stranger is refused").isTrue();
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyRoleReachesItsOwnPagesAndNoOthers() {
		return addresses().stream().filter(address -> address.roles() != null)
				.flatMap(address -> Stream.concat(ROLES.stream(), Stream.of("visitors"))
						.map(role -> DynamicTest.dynamicTest(role + ": " + address.method() + " " + address.pattern(), () -> {
							var result = call(address, role);
							assertThat(refused(result)).as("refused").isEqualTo(!address.roles().contains(role));
							if (address.roles().contains(role)) {
								assertThat(result.getResponse().getStatus()).isLessThan(500);
							}
						})));
	}

	@TestFactory
	Stream<DynamicTest> noFormIsTakenWithoutItsToken() {
		return addresses().stream().filter(address -> !address.method().equals("GET") && !address.isApi())
				.map(address -> DynamicTest.dynamicTest(address.method() + " " + address.pattern(), () -> {
					var call = request(HttpMethod.valueOf(address.method()), address.path());
					if (address.roles() != null) {
						call.with(user("somebody").roles(address.roles().toArray(String[]::new)));
					}
					assertThat(mvc.perform(call).andReturn().getResponse().getStatus()).isEqualTo(403);
				}));
	}

	/** Run with {@code -Dcohort.docs.write=true} to write it anew. */
	@Test
	void theTableOfAddressesIsUpToDate() throws IOException {
		var table = "# Who may call what\n\nWritten by `AddressesTests`, which also tries every row with every role and "
				+ "without one.\nAddresses for everybody that end in `{token}` need a personal link from a mail.\n\n"
				+ "| method | address | who |\n|---|---|---|\n"
				+ addresses().stream().map(a -> "| " + a.method() + " | `" + a.pattern() + "` | " + a.who() + " |\n")
				.collect(Collectors.joining());
		var file = Path.of("docs/addresses.md");
		if (Boolean.getBoolean("cohort.docs.write")) {
			Files.writeString(file, table);
		}
		assertThat(file).as("run mvn test -Dtest=AddressesTests -Dcohort.docs.write=true").hasContent(table);
	}

	private MvcResult call(Address address, @Nullable String role) throws Exception {
		var call = request(HttpMethod.valueOf(address.method()), address.path());
		if (!address.isApi()) {
			call.with(csrf());
		}
		if (role != null) {
			call.with(address.isApi()
					? jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role))
					: user("somebody").roles(role));
		}
		return mvc.perform(call).andReturn();
	}

	/** Whether the security rules refused the call: not the page itself, which may know nothing of the id. */
	private static boolean refused(MvcResult result) {
		var response = result.getResponse();
		var toSignIn = response.getRedirectedUrl() != null && response.getRedirectedUrl().contains("/oauth2/");
		return toSignIn || response.getStatus() == 401
				|| response.getStatus() == 403 && result.getResolvedException() == null;
	}

	private Collection<HandlerMethod> ours() {
		return mapping.getHandlerMethods().values().stream().filter(EveryHandlerSaysWho::isOurs).toList();
	}

	private List<Address> addresses() {
		var all = new ArrayList<Address>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (!EveryHandlerSaysWho.isOurs(handler) || info.getPatternValues().contains("/error")) {
				return;
			}
			var methods = info.getMethodsCondition().getMethods();
			for (var pattern : info.getPatternValues()) {
				for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
					all.add(new Address(method.name(), pattern, roles(handler)));
				}
			}
		});
		all.sort(Comparator.comparing(Address::pattern).thenComparing(Address::method));
		return all;
	}

	private static @Nullable Set<String> roles(HandlerMethod handler) {
		if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PermitAll.class)) {
			return null;
		}
		var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RolesAllowed.class);
		var onType = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RolesAllowed.class);
		var rule = onMethod != null ? onMethod : onType;
		return rule == null ? null : Arrays.stream(rule.value()).collect(Collectors.toSet());
	}
}
