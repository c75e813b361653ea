package io.casewell;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.platform.DatabaseSettings;
import io.casewell.platform.FreshDatabase;
import io.casewell.platform.Impostor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Production is the same jar without the sandbox: unfit settings keep it down, and no demo door.
 */
@CasewellTest
class ProductionStartTest {
  private static final String REGISTRATION = "spring.security.oauth2.client.registration.";
  private static final String PROVIDER = "spring.security.oauth2.client.provider.";

  @TempDir Path folder;
  @Autowired DatabaseSettings running;

  private record Ended(int code, String words) {}

  @Test
  void namesEverythingThatIsMissing() throws Exception {
    var ended = start(Map.of());
    assertThat(ended.code()).isNotZero();
    assertThat(ended.words())
        .contains(
            "casewell.base-url is missing",
            "casewell.encryption-key is missing",
            "casewell.files is missing",
            "casewell.database.host is missing",
            "casewell.database.owner-password is missing",
            "casewell.database.app-password is missing",
            "casewell.database.worker-password is missing",
            "casewell.mail.from is missing",
            "spring.mail.host is missing",
            "spring.mail.username is missing",
            "spring.mail.password is missing",
            "client-id is missing")
        .doesNotContain("\tat ");
  }

  @Test
  void namesEverySampleValue() throws Exception {
    var ended =
        start(
            Map.of(
                "casewell.base-url", "http://localhost:8080",
                "casewell.encryption-key", "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveCE=",
                "casewell.database.host", "localhost",
                "casewell.feeds.loopback", "true",
                "casewell.database.owner-password", "sandbox",
                "casewell.database.app-password", "changeme",
                "casewell.database.worker-password", "Secret"));
    assertThat(ended.code()).isNotZero();
    assertThat(ended.words())
        .contains(
            "casewell.feeds.loopback is for the sandbox",
            "casewell.base-url is a sample value",
            "casewell.encryption-key is a sample value",
            "casewell.database.owner-password is a sample value",
            "casewell.database.app-password is a sample value",
            "casewell.database.worker-password is a sample value")
        .doesNotContain("c2FuZGJveC1z", "\tat ");
  }

  @Test
  void startsWithRealSettingsAndHasNoDemoDoor() throws Exception {
    FreshDatabase.empty(running, "production_start_test");
    int port = freePort();
    int management = freePort();
    int identity = freePort();
    try (var issuer = Impostor.start();
        var other = Impostor.start()) {
      var settings = new LinkedHashMap<String, String>();
      settings.put("server.port", Integer.toString(port));
      settings.put("management.server.port", Integer.toString(management));
      settings.put("sandbox.identity-port", Integer.toString(identity));
      settings.put("casewell.base-url", "https://casewell.test");
      settings.put(
          "casewell.encryption-key",
          Base64.getEncoder().encodeToString(new java.security.SecureRandom().generateSeed(32)));
      settings.put("casewell.files", "target/production-files");
      settings.put("casewell.database.host", running.host());
      settings.put("casewell.database.port", Integer.toString(running.port()));
      settings.put("casewell.database.name", "production_start_test");
      // the roles are the server's: the embedded one trusts whoever is on this machine
      settings.put("casewell.database.owner-password", "kJ2-owner");
      settings.put("casewell.database.app-password", "kJ2-app");
      settings.put("casewell.database.worker-password", "kJ2-worker");
      // nobody listens there: a mail server that is away keeps nothing from starting
      settings.put("casewell.mail.from", "no-reply@casewell.test");
      settings.put("spring.mail.host", "localhost");
      settings.put("spring.mail.port", Integer.toString(freePort()));
      settings.put("spring.mail.username", "casewell");
      settings.put("spring.mail.password", "kJ2-mail");
      for (var id : List.of("one", "two")) {
        settings.put(REGISTRATION + id + ".client-id", "casewell");
        settings.put(REGISTRATION + id + ".client-secret", "kJ2-client");
        settings.put(REGISTRATION + id + ".client-name", "Issuer " + id);
        settings.put(REGISTRATION + id + ".scope", "openid,profile,email");
        var uri = id.equals("one") ? issuer.issuer() : other.issuer();
        settings.put(PROVIDER + id + ".issuer-uri", uri);
      }
      var process = launch(settings);
      try {
        awaitPage(process, port);
        for (var path :
            List.of(
                "/sandbox",
                "/sandbox/personas",
                "/sandbox/sign-in/admin",
                "/sandbox/newcomer",
                "/sandbox/mail",
                "/oauth2/authorization/sandbox",
                "/login/oauth2/code/sandbox?code=c&state=s",
                "/casewell-sandbox/authorize",
                "/actuator/health")) {
          assertThat(get(port, path).statusCode()).as(path).isIn(302, 400, 404);
          assertThat(get(port, path).headers().firstValue("Location").orElse("/sign-in?failed"))
              .as(path)
              .isEqualTo("/sign-in?failed");
        }
        assertThat(get(port, "/sandbox").statusCode()).isEqualTo(404);
        assertThat(post(port, "/sandbox/personas/admin/token").statusCode()).isIn(403, 404);
        assertThat(post(port, "/sandbox/personas/admin/token").body()).doesNotContain("token\":");
        assertThat(listens(identity)).as("a demo identity provider").isFalse();

        var door = get(port, "/sign-in");
        assertThat(door.body()).contains("Issuer one").contains("Issuer two");
        assertThat(door.body()).doesNotContain("/sandbox");
        assertThat(door.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(door.headers().allValues("Set-Cookie"))
            .isNotEmpty()
            .allMatch(line -> line.startsWith("__Host-") && line.contains("Secure"));

        var left = get(port, "/oauth2/authorization/two", "X-Forwarded-Host", "evil.example");
        assertThat(left.headers().firstValue("Location").orElse(""))
            .startsWith(other.issuer())
            .contains("redirect_uri=https://casewell.test/login/oauth2/code/two");
        assertThat(get(management, "/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get(management, "/actuator/env").statusCode()).isEqualTo(404);
      } finally {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }

  private Ended start(Map<String, String> settings) throws Exception {
    var process = launch(settings);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it went on running:\n" + words());
    }
    return new Ended(process.exitValue(), words());
  }

  private Process launch(Map<String, String> settings) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                applicationPath(),
                "io.casewell.Casewell"));
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("words.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    return builder.start();
  }

  /** The tests' class path without the tests, each entry in full: it starts in another folder. */
  private static String applicationPath() {
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(java.io.File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  }

  private String words() throws IOException {
    return Files.readString(folder.resolve("words.log"), StandardCharsets.UTF_8);
  }

  private void awaitPage(Process process, int port) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!listens(port)) {
      if (System.nanoTime() > until || process.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it does not start:\n" + words());
      }
    }
    assertThat(get(port, "/").statusCode()).isEqualTo(200);
  }

  private static boolean listens(int port) {
    try (var socket = new java.net.Socket()) {
      socket.connect(new java.net.InetSocketAddress("localhost", port), 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> get(int port, String path, String... headers)
      throws Exception {
    return send(port, path, "GET", headers);
  }

  private static HttpResponse<String> post(int port, String path) throws Exception {
    return send(port, path, "POST");
  }

  private static HttpResponse<String> send(int port, String path, String method, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html, */*;q=0.1")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
