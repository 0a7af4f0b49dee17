package org.cohort.process.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which diagram a class of tests takes every path of. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface TakesEveryPathOf {

	/** The id of the process. */
	String value();
}
