package org.cohort.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a component that does the jobs of a type. It takes a {@link Job} and returns the variables that
 * the process goes on with as a map, or nothing. It is called again after any failure, so what it calls must be
 * harmless the second time.
 *
 * <pre>{@code
 * @Works("make-offer")
 * Map<String, Object> makeOffer(Job job) {
 * 	Offer offer = offers.make(job.uuid("applicationId"));
 * 	return Map.of("offerExpiresAt", offer.expires().toString());
 * }
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Works {

	/** The job type, as in the diagram. */
	String value();
}
