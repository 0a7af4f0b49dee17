package org.cohort.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.camunda.client.api.response.ActivatedJob;

/**
 * What a worker is asked to do: the job's variables and headers, read with their types. A missing value is refused with
 * a message that names it.
 *
 * @param key the engine's; differs between attempts to do the same work, so never use it to recognise work
 * @param definitionKey of the version of the process, which came in one deployment with the decision that it asks for
 * @param elementId the task in the diagram
 */
record Job(long key, String type, String processId, long definitionKey, String elementId, Map<String, String> headers,
		Map<String, Object> variables) {

	Job(long key, String type, String processId, String elementId, Map<String, String> headers,
			Map<String, Object> variables) {
		this(key, type, processId, 0, elementId, headers, variables);
	}

	static Job of(ActivatedJob job) {
		return new Job(job.getKey(), job.getType(), job.getBpmnProcessId(), job.getProcessDefinitionKey(),
				job.getElementId(), job.getCustomHeaders(),
				job.getVariablesAsMap());
	}

	UUID uuid(String name) {
		String text = text(name);
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException notOne) {
			throw new IllegalArgumentException("Variable «" + name + "» of " + this + " is not a UUID");
		}
	}

	String text(String name) {
		return optionalText(name).orElseThrow(() -> missing("Variable", name));
	}

	Optional<String> optionalText(String name) {
		return Optional.ofNullable(variables.get(name)).map(Object::toString);
	}

	int number(String name) {
		if (variables.get(name) instanceof Number number) {
			return number.intValue();
		}
		throw missing("Number", name);
	}

	double decimal(String name) {
		if (variables.get(name) instanceof Number number) {
			return number.doubleValue();
		}
		throw missing("Number", name);
	}

	boolean flag(String name) {
		if (variables.get(name) instanceof Boolean flag) {
			return flag;
		}
		throw missing("Truth value", name);
	}

	List<?> list(String name) {
		if (variables.get(name) instanceof List<?> list) {
			return list;
		}
		throw missing("List", name);
	}

	boolean has(String name) {
		return variables.get(name) != null;
	}

	String header(String name) {
		return optionalHeader(name).orElseThrow(() -> missing("Header", name));
	}

	Optional<String> optionalHeader(String name) {
		return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
	}

	/**
	 * Recognises the same work when it comes again: subject, task, and what tells repetitions apart.
	 * @param parts the subject's id first, then a number of a week, slot or turn if the task repeats
	 */
	String idempotencyKey(Object... parts) {
		StringBuilder key = new StringBuilder(processId).append(':').append(elementId);
		for (Object part : parts) {
			key.append(':').append(part);
		}
		return key.toString();
	}

	private IllegalArgumentException missing(String kind, String name) {
		return new IllegalArgumentException(kind + " «" + name + "» is missing in " + this);
	}

	/** Names the work but shows no values. */
	@Override
	public String toString() {
		return "job " + type + " (" + processId + "/" + elementId + ", " + key + ")";
	}
}
