package org.cohort.process.engine;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs inside the broker and writes every event into a file, one a line, as JSON. Packed into a jar of its own by
 * {@link RecordWriterJar}; must use nothing but the exporter's interface.
 */
@NullUnmarked
public final class RecordWriter implements Exporter {

	private BufferedWriter file;

	private Controller controller;

	@Override
	public void configure(Context context) throws IOException {
		Path path = Path.of((String) context.getConfiguration().getArguments().get("file"));
		file = Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
		context.setFilter(new EventsOnly());
	}

	@Override
	public void open(Controller controller) {
		this.controller = controller;
	}

	@Override
	public void export(Record<?> event) {
		try {
			file.write(event.toJson());
			file.write('\n');
			file.flush();
			controller.updateLastExportedRecordPosition(event.getPosition());
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	@Override
	public void close() {
		try {
			file.close();
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** Commands and their rejections tell what was wanted; events tell what happened. */
	static final class EventsOnly implements Context.RecordFilter {

		private static final Set<ValueType> TYPES = Set.of(ValueType.PROCESS_INSTANCE, ValueType.VARIABLE,
				ValueType.USER_TASK, ValueType.JOB, ValueType.INCIDENT, ValueType.MESSAGE);

		@Override
		public boolean acceptType(RecordType type) {
			return type == RecordType.EVENT;
		}

		@Override
		public boolean acceptValue(ValueType type) {
			return TYPES.contains(type);
		}
	}
}
