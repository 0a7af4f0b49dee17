package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages that Tasklist's forms lead to are there. */
@ApplicationTest
class FormLinksTests {

	private static final Pattern LINK = Pattern.compile("\\(\\{\\{publicUrl}}([^)\\s]+)\\)");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping pages;

	@Test
	void everyLinkOfAFormLeadsToAPage() {
		assertThat(links()).isNotEmpty().allSatisfy(link -> assertThat(pages.getHandlerMethods().keySet())
			.as("the pages, looking for %s", link)
			.anyMatch(page -> shows(page, link.replaceAll("\\{\\{[A-Za-z]+}}", "1"))));
	}

	private static Set<String> links() {
		Set<String> links = new TreeSet<>();
		ProcessFiles.forms().forEach(form -> LINK.matcher(ProcessFiles.read(form)).results()
			.forEach(link -> links.add(link.group(1))));
		return links;
	}

	private static boolean shows(RequestMappingInfo page, String path) {
		Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
		return methods.contains(RequestMethod.GET) && page.getPathPatternsCondition() != null
				&& page.getPathPatternsCondition().getPatterns().stream()
					.anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
	}
}
