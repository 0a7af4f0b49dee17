package org.cohort.process;

/** Thrown by a worker to raise a BPMN error that the diagram catches; never for technical faults. */
class BusinessError extends RuntimeException {

	private final String code;

	BusinessError(String code, String message) {
		super(message);
		this.code = code;
	}

	String code() {
		return code;
	}
}
