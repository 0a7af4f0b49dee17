package org.cohort.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import org.springframework.stereotype.Component;

/**
 * Sets a whole XHTML page on A4. Nothing is fetched: fonts come from the class path and pictures stand in the page
 * itself, so that a report renders the same everywhere and nobody's words can make us call an address.
 */
@Component
class Pdf {

	private static final String FAMILY = "Liberation Sans";

	byte[] of(String xhtml) {
		var out = new ByteArrayOutputStream();
		try (var svg = new BatikSVGDrawer()) {
			var builder = new PdfRendererBuilder();
			builder.useFastMode();
			builder.withHtmlContent(xhtml, null);
			builder.useUriResolver((base, uri) -> null);
			builder.useSVGDrawer(svg);
			font(builder, "Regular", 400, FontStyle.NORMAL);
			font(builder, "Bold", 700, FontStyle.NORMAL);
			font(builder, "Italic", 400, FontStyle.ITALIC);
			font(builder, "BoldItalic", 700, FontStyle.ITALIC);
			builder.withProducer("Cohort");
			builder.toStream(out);
			builder.run();
		}
		catch (IOException failed) {
			throw new UncheckedIOException("The report could not be set as PDF", failed);
		}
		return out.toByteArray();
	}

	private static void font(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
		builder.useFont(() -> open("/liberation/LiberationSans-%s.ttf".formatted(cut)), FAMILY, weight, style, true);
	}

	private static InputStream open(String font) {
		var stream = Pdf.class.getResourceAsStream(font);
		if (stream == null) {
			throw new IllegalStateException("The font %s is not on the class path.".formatted(font));
		}
		return stream;
	}
}
