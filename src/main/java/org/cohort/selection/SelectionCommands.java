package org.cohort.selection;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.cohort.selection.commandline.CommandLine;

/**
 * The commands {@code select} and {@code verify}, to which the application's main method hands over before Spring
 * starts.
 */
public final class SelectionCommands {

	/** What the commands are made of; {@code SelectionCommandsTests} holds the code to it. */
	private static final Pattern NEEDED = Pattern
		.compile("BOOT-INF/(classes/|lib/(ortools|protobuf-java|jackson-(core|databind|annotations)|jspecify)-[^/]+)!/$");

	private SelectionCommands() {
	}

	/** Whether these arguments are for us and not for the server. */
	public static boolean handle(String[] args) {
		return CommandLine.handles(args);
	}

	/** Runs the command and returns the exit code. */
	public static int run(String[] args) {
		ClassLoader all = SelectionCommands.class.getClassLoader();
		return all instanceof URLClassLoader packed ? run(args, packed) : CommandLine.run(args);
	}

	/** Whether the commands need this jar of the package; jackson-core and jackson-databind may be there in two versions. */
	static boolean needed(String path) {
		return NEEDED.matcher(path).find();
	}

	/**
	 * In the package every class that is in none of the 200 jars within it, such as Android's, which the solver's
	 * libraries ask for, costs opening all of them: more than choosing a cohort. So the commands see only what they need.
	 */
	private static int run(String[] args, URLClassLoader packed) {
		URL[] needed = Arrays.stream(packed.getURLs()).filter(url -> needed(url.getPath()))
			.toArray(URL[]::new);
		ClassLoader few = new URLClassLoader(needed, packed.getParent());
		Thread.currentThread().setContextClassLoader(few);
		try {
			return (int) few.loadClass(CommandLine.class.getName()).getMethod("run", String[].class)
				.invoke(null, (Object) args);
		}
		catch (InvocationTargetException thrown) {
			throw thrown.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(thrown.getCause());
		}
		catch (ReflectiveOperationException broken) {
			throw new IllegalStateException("The package is not complete", broken);
		}
	}
}
