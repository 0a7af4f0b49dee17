package org.cohort.selection.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.cohort.selection.optimiser.InvalidInputException.Problem;

import org.jspecify.annotations.Nullable;

/**
 * {@code --name value} pairs and {@code --flags}; collects what is wrong with them instead of stopping at the first.
 */
final class Options {

	private final Map<String, String> values = new HashMap<>();

	private final List<String> others = new ArrayList<>();

	private final List<Problem> problems;

	Options(List<String> args, Set<String> named, Set<String> flags, List<Problem> problems) {
		this.problems = problems;
		for (int i = 0; i < args.size(); i++) {
			String arg = args.get(i);
			if (!arg.startsWith("--")) {
				others.add(arg);
				continue;
			}
			int equals = arg.indexOf('=');
			String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
			if (flags.contains(name) && equals < 0) {
				values.put(name, "");
			}
			else if (!named.contains(name)) {
				problems.add(new Problem(arg, "there is no such option."));
			}
			else if (equals < 0 && i + 1 == args.size()) {
				problems.add(new Problem(arg, "needs a value."));
			}
			else if (values.put(name, equals < 0 ? args.get(++i) : arg.substring(equals + 1)) != null) {
				problems.add(new Problem("--" + name, "is given twice."));
			}
		}
	}

	boolean has(String name) {
		return values.containsKey(name);
	}

	List<String> others() {
		return others;
	}

	@Nullable String text(String name) {
		return values.get(name);
	}

	String required(String name) {
		String value = values.get(name);
		if (value == null) {
			problems.add(new Problem("--" + name, "is missing."));
			return "";
		}
		return value;
	}

	/** Names separated by commas. */
	List<String> list(String name) {
		String value = values.get(name);
		return value == null ? List.of() : List.of(value.split(",")).stream().map(String::strip)
				.filter(item -> !item.isEmpty()).distinct().toList();
	}

	/** The value read, or the fallback when it is absent or cannot be read. */
	<T> T read(String name, Function<String, T> reader, T fallback, String expected) {
		String value = values.get(name);
		if (value == null) {
			return fallback;
		}
		try {
			return reader.apply(value);
		}
		catch (RuntimeException unreadable) {
			problems.add(new Problem("--" + name, "«" + value + "» is not " + expected + "."));
			return fallback;
		}
	}
}
