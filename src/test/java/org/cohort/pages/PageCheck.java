package org.cohort.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What every page must be, whoever looks at it and on whatever. */
final class PageCheck {

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private PageCheck() {
	}

	/** What is wrong with the page, in words; nothing is what we want. */
	static List<String> problems(Page page) {
		var problems = new ArrayList<String>();
		if (page.locator("iframe:not([title])").count() > 0) {
			problems.add("has a frame without a name");
		}
		// A mail in its frame runs no scripts, so nothing can look into it from here.
		page.evaluate("() => document.querySelectorAll('iframe').forEach(frame => frame.remove())");
		problems.addAll(violations(page));
		int headings = page.locator("h1").count();
		if (headings != 1) {
			problems.add("has %d first headings".formatted(headings));
		}
		if (page.title().isBlank() || page.title().startsWith(" ·")) {
			problems.add("has no title");
		}
		if (page.locator("a.skip[href='#main']").count() != 1 || page.locator("main#main").count() != 1) {
			problems.add("has no link that skips to the content");
		}
		int beyond = beyond(page);
		if (beyond > 0) {
			problems.add("is %d pixels too wide: %s".formatted(beyond, page.evaluate("""
					() => [...document.querySelectorAll('body *')].filter(one => {
						const box = one.getBoundingClientRect();
						return (box.right > document.documentElement.clientWidth + 1 || box.left < -1)
							&& !one.closest('.scroll, .visually-hidden, .skip, svg');
					}).slice(0, 4).map(one => one.outerHTML.slice(0, 120)).join(' | ')""")));
		}
		String left = String.valueOf(page.evaluate("() => (document.body.innerText.match(/\\?\\?\\S+|\\{\\d/) || [''])[0]"));
		if (left.startsWith("??") || left.startsWith("{")) {
			problems.add("shows a text that is missing or was not filled in: " + left);
		}
		return problems;
	}

	/** What axe finds against WCAG 2.2 AA. */
	static List<String> violations(Page page) {
		return new AxeBuilder(page).withTags(WCAG).analyze().getViolations().stream().map(PageCheck::words).toList();
	}

	private static String words(Rule violation) {
		return "axe %s: %s %s".formatted(violation.getId(), violation.getHelp(), violation.getNodes()
			.stream()
			.limit(4)
			.map(node -> node.getTarget() + " " + node.getHtml().substring(0, Math.min(160, node.getHtml().length())))
			.collect(Collectors.joining(" | ")));
	}

	/** By how many pixels the page is wider than its window. */
	static int beyond(Page page) {
		return ((Number) page.evaluate(
				"() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
	}
}
