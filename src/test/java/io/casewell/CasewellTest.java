package io.casewell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the whole running application: real PostgreSQL, real identity provider, a free
 * port. All such tests share one application, so each makes its own rows and counts on no others'.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("sandbox")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sandbox.data=target/test-data",
      "sandbox.reset=true",
      "sandbox.identity-port=0",
      "management.server.port=0",
      // all of them sign in from one address
      "casewell.limits.sign-ins=5000"
    })
public @interface CasewellTest {}
