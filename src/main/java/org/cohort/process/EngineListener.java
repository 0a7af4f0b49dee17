package org.cohort.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;

/**
 * A listener of another module's events that tells the engine. Heard right after the event while the engine is there;
 * else the event stays in the outbox untouched, and goes as soon as the engine is back.
 */
@ApplicationModuleListener
@Async(OutboxConfiguration.ENGINE_LISTENERS)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface EngineListener {
}
