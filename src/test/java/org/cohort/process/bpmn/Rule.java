package org.cohort.process.bpmn;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that every diagram keeps to.
 *
 * @param name as a sentence
 * @param broken says where a diagram does not keep to it
 */
record Rule(String name, Function<Diagram, Stream<String>> broken) {

	@Override
	public String toString() {
		return name;
	}
}
