package io.casewell.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at the settings before anything starts. Outside the sandbox it refuses to go on while one
 * is missing or is a sample value, and names every such setting at once.
 */
public final class RequiredSettings
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final List<String> NEEDED =
      List.of(
          "casewell.base-url",
          "casewell.encryption-key",
          "casewell.files",
          "casewell.database.host",
          "casewell.database.owner-password",
          "casewell.database.app-password",
          "casewell.database.worker-password",
          "casewell.mail.from",
          "spring.mail.host",
          "spring.mail.username",
          "spring.mail.password");

  /** Values of the sandbox, the compose file's comments and the usual first guesses. */
  private static final Set<String> SAMPLES =
      Set.of(
          "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveCE=",
          "sandbox",
          "secret",
          "password",
          "changeme",
          "change-me",
          "http://localhost:8080",
          "no-reply@sandbox.example");

  private static final String PROVIDERS = "spring.security.oauth2.client.registration";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var environment = event.getEnvironment();
    if (!List.of(environment.getActiveProfiles()).contains("sandbox")) {
      check(environment);
    }
  }

  private static void check(ConfigurableEnvironment environment) {
    var wrong = new ArrayList<String>();
    for (var setting : NEEDED) {
      var value = environment.getProperty(setting, "").strip();
      if (value.isEmpty()) {
        wrong.add(setting + " is missing");
      } else if (SAMPLES.stream().anyMatch(value::equalsIgnoreCase)) {
        wrong.add(setting + " is a sample value");
      }
    }
    var url = environment.getProperty("casewell.base-url", "https://");
    if (!url.startsWith("https://") && !SAMPLES.contains(url)) {
      wrong.add("casewell.base-url must begin with https://");
    }
    if (environment.getProperty("casewell.feeds.loopback", "false").equals("true")) {
      wrong.add(
          "casewell.feeds.loopback is for the sandbox: calendars would be fetched from inside");
    }
    if (!hasProvider(environment)) {
      wrong.add(PROVIDERS + ".<id>.client-id is missing: no identity provider to sign in with");
    }
    if (!wrong.isEmpty()) {
      throw new Unfit(wrong);
    }
  }

  private static boolean hasProvider(ConfigurableEnvironment environment) {
    return org.springframework.boot.context.properties.bind.Binder.get(environment)
        .bind(
            PROVIDERS,
            org.springframework.boot.context.properties.bind.Bindable.mapOf(
                String.class, Object.class))
        .map(found -> !found.isEmpty())
        .orElse(false);
  }

  /** The settings that keep Casewell from starting. */
  public static final class Unfit extends IllegalStateException {
    private Unfit(List<String> wrong) {
      super(
          "Casewell does not start until these settings are mended:\n  - "
              + String.join("\n  - ", wrong)
              + "\nWhat each is for stands in infra/production.md. To try Casewell without any,"
              + " start it with the sandbox profile.");
    }
  }
}
