package org.cohort.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes SVG with presentation attributes only: no style attribute or element, which our content policy refuses and
 * PDFs ignore. Classes are for the stylesheet, which gives the pages their dark colours.
 */
final class Svg {

	private final StringBuilder out = new StringBuilder();

	/** Opens a picture of this size that says its content to those who do not see it. */
	static Svg picture(int width, int height, String title) {
		var svg = new Svg();
		svg.out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 ")
			.append(width).append(' ').append(height).append("\" width=\"").append(width).append("\" height=\"")
			.append(height).append("\" font-family=\"Charts, Helvetica, Arial, sans-serif\">")
			.append("<title>").append(escape(title)).append("</title>");
		return svg;
	}

	Svg rectangle(double x, double y, double width, double height, Colour colour) {
		return rectangle(x, y, width, height, colour, 1.5);
	}

	Svg rectangle(double x, double y, double width, double height, Colour colour, double round) {
		out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
			.append(number(width)).append("\" height=\"").append(number(height)).append("\" rx=\"")
			.append(number(round)).append("\" class=\"").append(colour.style()).append("\" fill=\"")
			.append(colour.value()).append("\"/>");
		return this;
	}

	/** A box without filling and with a broken edge: nothing is known here. */
	Svg hollow(double x, double y, double width, double height) {
		out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
			.append(number(width)).append("\" height=\"").append(number(height))
			.append("\" rx=\"1.5\" class=\"line-c-plan\" fill=\"none\" stroke=\"").append(Colour.PLAN.value())
			.append("\" stroke-width=\"1\" stroke-dasharray=\"3 3\"/>");
		return this;
	}

	Svg line(double x1, double y1, double x2, double y2, Colour colour, double width, String dashes) {
		out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1)).append("\" x2=\"")
			.append(number(x2)).append("\" y2=\"").append(number(y2)).append("\" class=\"line-")
			.append(colour.style()).append("\" stroke=\"").append(colour.value()).append("\" stroke-width=\"")
			.append(number(width)).append('"');
		if (!dashes.isEmpty()) {
			out.append(" stroke-dasharray=\"").append(dashes).append('"');
		}
		out.append("/>");
		return this;
	}

	Svg dot(double x, double y, double radius, Colour colour) {
		out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"")
			.append(number(radius)).append("\" class=\"").append(colour.style()).append("\" fill=\"")
			.append(colour.value()).append("\"/>");
		return this;
	}

	/** @param anchor {@code start}, {@code middle} or {@code end} */
	Svg text(double x, double y, String anchor, int size, Colour colour, String text) {
		out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" text-anchor=\"")
			.append(anchor).append("\" font-size=\"").append(size).append("\" class=\"").append(colour.style())
			.append("\" fill=\"").append(colour.value()).append("\">").append(escape(text)).append("</text>");
		return this;
	}

	String close() {
		return out.append("</svg>").toString();
	}

	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static String number(double value) {
		return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
	}
}
