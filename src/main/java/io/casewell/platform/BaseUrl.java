package io.casewell.platform;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where links in mails lead: always the configured public address, never what a request's Host
 * says.
 */
@Component
public class BaseUrl {
  private static final String ANY_PORT = ":0";

  private final Environment environment;
  private final String configured;

  BaseUrl(Environment environment) {
    this.environment = environment;
    this.configured =
        environment.getRequiredProperty("casewell.base-url").strip().replaceAll("/+$", "");
  }

  /** The full address of this path. */
  public String of(String path) {
    return root() + path;
  }

  /** The host's name, for message ids. */
  public String host() {
    return String.valueOf(java.net.URI.create(root()).getHost());
  }

  /** Port 0 asks the system for a free one, which is known once the server runs. */
  private String root() {
    return configured.endsWith(ANY_PORT)
        ? configured.substring(0, configured.length() - 1)
            + environment.getProperty("local.server.port", "0")
        : configured;
  }
}
