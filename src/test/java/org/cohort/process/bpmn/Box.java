package org.cohort.process.bpmn;

import org.w3c.dom.Element;

/** A rectangle of a picture, in pixels; a stretch of a flow is one without width or height. */
record Box(double left, double top, double width, double height) {

	static Box of(Element bounds) {
		return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
	}

	/** The stretch between two way points. */
	static Box between(Element from, Element to) {
		double left = Math.min(number(from, "x"), number(to, "x"));
		double top = Math.min(number(from, "y"), number(to, "y"));
		return new Box(left, top, Math.abs(number(from, "x") - number(to, "x")),
				Math.abs(number(from, "y") - number(to, "y")));
	}

	private static double number(Element element, String name) {
		return Double.parseDouble(element.getAttribute(name));
	}

	double right() {
		return left + width;
	}

	double bottom() {
		return top + height;
	}

	/** Whether they share any point inside; touching edges do not count, crossing lines do. */
	boolean meets(Box other) {
		return left < other.right() + hair(other.width) && other.left < right() + hair(width)
				&& top < other.bottom() + hair(other.height) && other.top < bottom() + hair(height);
	}

	private static double hair(double extent) {
		return extent == 0 ? 0.1 : 0;
	}

	boolean contains(Box other) {
		return left < other.left && right() > other.right() && top < other.top && bottom() > other.bottom();
	}

	Box shrunkBy(double margin) {
		return new Box(left + margin, top + margin, width - 2 * margin, height - 2 * margin);
	}
}
