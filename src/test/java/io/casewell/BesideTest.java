package io.casewell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/**
 * A long test that runs beside all others, on an application of its own kind: those of this kind
 * share one and take turns.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CasewellTest
@TestPropertySource(properties = "sandbox.data=target/beside-data")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the application beside")
public @interface BesideTest {}
