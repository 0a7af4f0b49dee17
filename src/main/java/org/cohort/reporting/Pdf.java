package org.cohort.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import org.springframework.stereotype.Component;

/**
 * Sets a whole XHTML page on A4. Nothing is fetched: fonts come from the class path, pictures stand in the page itself,
 * and every other address is refused, so that a report looks the same everywhere and nobody's words make us call one.
 */
@Component
class Pdf {

	private static final String FONT = "font:";

	private static final Set<String> FONTS = Set.of("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
			"LiberationSans-Italic.ttf", "LiberationSans-BoldItalic.ttf");

	byte[] of(String xhtml) {
		var out = new ByteArrayOutputStream();
		try (var svg = new BatikSVGDrawer()) {
			new PdfRendererBuilder().useFastMode()
				.withHtmlContent(xhtml, null)
				.useUriResolver((base, uri) -> uri.startsWith(FONT) ? uri : null)
				.useProtocolsStreamImplementation(Font::new, "font")
				.useSVGDrawer(svg)
				.withProducer("Cohort")
				.toStream(out)
				.run();
		}
		catch (IOException failed) {
			throw new UncheckedIOException("The report could not be set as PDF", failed);
		}
		return out.toByteArray();
	}

	/** One of our fonts, by its name in the style sheet of the document. */
	private record Font(String address) implements FSStream {

		@Override
		public InputStream getStream() {
			var name = address.substring(FONT.length());
			var stream = FONTS.contains(name) ? Pdf.class.getResourceAsStream("/liberation/" + name) : null;
			if (stream == null) {
				throw new IllegalStateException("The font «%s» is not on the class path.".formatted(name));
			}
			return stream;
		}

		@Override
		public Reader getReader() {
			return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
		}
	}
}
