package org.cohort.platform;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The browser of this machine, without a window, for tests of pages. One a test class, closed after it.
 * Playwright never downloads one: {@code -Dcohort.test.browser=/path} names it, else Chromium or Chrome is looked
 * for where systems put it.
 */
public final class Browser implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final Set<String> PICTURES = ConcurrentHashMap.newKeySet();

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:/Program Files/Google/Chrome/Application/chrome.exe");

	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--disable-dev-shm-usage");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	/** Starts the browser; fails with what to install when there is none. */
	public static Browser open() {
		Path executable = executable().orElseThrow(() -> new IllegalStateException(
				"No browser found: install Chromium, or name one with -Dcohort.test.browser=/path."));
		var playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new Browser(playwright,
				playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(FLAGS)));
	}

	private static Optional<Path> executable() {
		return Stream.concat(Stream.ofNullable(System.getProperty("cohort.test.browser")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** A person of their own: separate cookies, desktop width. Closing the page's context signs them out. */
	public Page newPerson() {
		return context(1280, 900).newPage();
	}

	/** As {@link #newPerson()}, with a phone's width. */
	public Page newPersonOnAPhone() {
		return context(390, 844).newPage();
	}

	/** As {@link #newPerson()}, with scripts switched off. */
	public Page newPersonWithoutScripts() {
		return browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900)
				.setJavaScriptEnabled(false))
			.newPage();
	}

	/**
	 * A person who reads another language or likes it dark.
	 *
	 * @param language what the browser asks for, such as {@code he}
	 */
	public Page newPerson(int width, boolean dark, String language) {
		BrowserContext context = browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900)
				.setLocale(language)
				.setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
				.setReducedMotion(ReducedMotion.REDUCE));
		context.setDefaultTimeout(30_000);
		return context.newPage();
	}

	private BrowserContext context(int width, int height) {
		BrowserContext context = browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height)
				.setLocale("en-GB"));
		context.setDefaultTimeout(30_000);
		return context;
	}

	/** Keeps a picture of the whole page in {@code target/screenshots/NAME.png}. */
	public static Path screenshot(Page page, String name) {
		Path file = SCREENSHOTS.resolve(name + ".png");
		page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
		return file;
	}

	/**
	 * Keeps two pictures of the whole page, {@code target/screenshots/NAME-390.png} as a phone shows it and
	 * {@code NAME-1280.png} as a desk does, and fails if the page is wider than the phone. Once for a name: asked again
	 * it does nothing.
	 */
	public static void pictures(Page page, String name) {
		if (!PICTURES.add(name)) {
			return;
		}
		ViewportSize before = page.viewportSize();
		page.setViewportSize(1280, 900);
		screenshot(page, name + "-1280");
		page.setViewportSize(390, 844);
		screenshot(page, name + "-390");
		if ((int) page.evaluate("document.documentElement.scrollWidth") > 390) {
			throw new AssertionError("«" + page.title() + "» is wider than a phone; see " + name + "-390.png.");
		}
		page.setViewportSize(before.width, before.height);
	}

	/** Keeps something else beside the pictures. */
	public static void keep(String file, byte[] content) {
		try {
			Files.createDirectories(SCREENSHOTS);
			Files.write(SCREENSHOTS.resolve(file), content);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** Fills in Keycloak's login page, which the person must already see. */
	public static void signIn(Page page, String username, String password) {
		page.locator("#username").fill(username);
		page.locator("#password").fill(password);
		page.locator("#kc-login").click();
	}

	@Override
	public void close() {
		browser.close();
		playwright.close();
	}
}
