package org.cohort.process.bpmn;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws diagrams as the modeler shows them, in a browser that is on this machine. */
final class DiagramPainter implements AutoCloseable {

	private static final String VIEWER =
			"/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js";

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final int MARGIN = 20;

	private final Playwright playwright;

	private final Browser browser;

	private DiagramPainter(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static DiagramPainter open() {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return new DiagramPainter(playwright,
				playwright.chromium().launch(new BrowserType.LaunchOptions()
					.setExecutablePath(Path.of(System.getProperty("cohort.test.browser", "/usr/bin/chromium")))
					.setArgs(FLAGS)));
	}

	/** The picture as SVG, on white, one element a line so that changes can be read. */
	String paint(Diagram diagram) {
		try (Page page = browser.newPage()) {
			page.setContent("<html><body><div id='canvas' style='width:4000px;height:1200px'></div></body></html>");
			page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));
			String svg = (String) page.evaluate("""
					async source => {
						const viewer = new BpmnJS({ container: '#canvas' });
						const imported = await viewer.importXML(source);
						if (imported.warnings.length > 0) throw new Error(imported.warnings.map(String).join());
						return (await viewer.saveSVG()).svg;
					}""", diagram.source());
			return onWhite(svg).replace("><", ">\n<") + "\n";
		}
	}

	/** With a margin, because the viewer cuts close to the outermost name. */
	private static String onWhite(String svg) {
		int picture = svg.indexOf("<svg");
		int inside = svg.indexOf('>', picture) + 1;
		String tag = svg.substring(picture, inside);
		int[] view = Stream.of(tag.replaceAll(".*viewBox=\"([^\"]+)\".*", "$1").split(" "))
			.mapToInt(number -> (int) Math.round(Double.parseDouble(number)))
			.toArray();
		int left = view[0] - MARGIN;
		int top = view[1] - MARGIN;
		int width = view[2] + 2 * MARGIN;
		int height = view[3] + 2 * MARGIN;
		return tag.replaceAll(" width=\"[^\"]+\" height=\"[^\"]+\" viewBox=\"[^\"]+\"",
				" width=\"%d\" height=\"%d\" viewBox=\"%d %d %d %d\"".formatted(width, height, left, top, width, height))
				+ "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"white\"/>".formatted(left, top, width, height)
				+ svg.substring(inside);
	}

	private static String viewer() {
		try (var script = DiagramPainter.class.getResourceAsStream(VIEWER)) {
			return new String(Objects.requireNonNull(script, VIEWER).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Override
	public void close() {
		browser.close();
		playwright.close();
	}
}
