package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Starts the application as production does, in a process of its own, with settings that will not
 * do.
 */
class ProductionStartTest {
  private static final String KEY = "--casewell.encryption-key=";

  private record Ended(int code, String output) {}

  @Test
  void namesEverySettingThatIsMissing() throws Exception {
    var ended = start();
    assertThat(ended.code()).isNotZero();
    assertThat(ended.output())
        .contains("casewell.base-url is missing")
        .contains("casewell.encryption-key is missing")
        .contains("casewell.database.host is missing")
        .contains("casewell.database.owner-password is missing")
        .contains("casewell.database.app-password is missing")
        .contains("casewell.database.worker-password is missing")
        .contains("no identity provider")
        .doesNotContain("\tat ");
  }

  @Test
  void namesEverySettingThatIsASample() throws Exception {
    var ended =
        start(
            "--casewell.base-url=http://localhost:8080",
            KEY + "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveCE=",
            "--casewell.database.host=localhost",
            "--casewell.database.owner-password=sandbox",
            "--casewell.database.app-password=changeme",
            "--casewell.database.worker-password=password",
            "--spring.security.oauth2.client.registration.main.client-id=casewell");
    assertThat(ended.code()).isNotZero();
    assertThat(ended.output())
        .contains("casewell.base-url is a sample value")
        .contains("casewell.encryption-key is a sample value")
        .contains("casewell.database.owner-password is a sample value")
        .contains("casewell.database.app-password is a sample value")
        .contains("casewell.database.worker-password is a sample value")
        .doesNotContain("casewell.database.host")
        .doesNotContain("no identity provider");
  }

  @Test
  void refusesAnAddressWithoutTls() throws Exception {
    var ended =
        start(
            "--casewell.base-url=http://casewell.example",
            KEY + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "--casewell.database.host=localhost",
            "--casewell.database.owner-password=a-real-one",
            "--casewell.database.app-password=another",
            "--casewell.database.worker-password=a-third",
            "--spring.security.oauth2.client.registration.main.client-id=casewell");
    assertThat(ended.code()).isNotZero();
    assertThat(ended.output()).contains("casewell.base-url must begin with https://");
  }

  private static Ended start(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.casewell.Casewell"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended by itself").isTrue();
    return new Ended(process.exitValue(), output);
  }
}
