package io.casewell.platform;

/**
 * Where PostgreSQL is and the passwords of its three roles. In the sandbox the embedded server
 * gives them; in production they are settings.
 */
public record DatabaseSettings(
    String host,
    int port,
    String name,
    String ownerPassword,
    String appPassword,
    String workerPassword) {

  static final String OWNER = "casewell_owner";
  static final String APP = "casewell_app";
  static final String WORKER = "casewell_worker";

  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + name;
  }
}
