package io.casewell.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The packaged application in a process of its own, as somebody would start it. */
final class Application implements AutoCloseable {
  static final int PORT = 18_080;
  static final int SECOND_PORT = 18_180;
  private final Process process;

  /** Seconds from the start of the process to the first whole landing page. */
  final double secondsToFirstPage;

  private Application(Process process, double seconds) {
    this.process = process;
    this.secondsToFirstPage = seconds;
  }

  static Application start(Path data, List<String> jvm, String... arguments) throws Exception {
    return start(PORT, data, jvm, arguments);
  }

  /** A second node beside the running one, on its database. */
  static Application beside(int database, Path data, List<String> jvm, String... arguments)
      throws Exception {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--sandbox.database-port=" + database);
    return start(SECOND_PORT, data, jvm, all.toArray(String[]::new));
  }

  private static Application start(int port, Path data, List<String> jvm, String... arguments)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-jar",
            jar().toString(),
            "--spring.profiles.active=sandbox",
            "--sandbox.data=" + data,
            "--sandbox.identity-port=18090",
            "--management.server.port=" + (port + 11),
            "--server.port=" + port));
    command.addAll(List.of(arguments));
    var log = Path.of("target", "bench.log").toFile();
    long begin = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    awaitFirstPage(process, port);
    return new Application(process, (System.nanoTime() - begin) / 1e9);
  }

  private static Path jar() throws IOException {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("casewell-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("package the application first"));
    }
  }

  private static void awaitFirstPage(Process process, int port) throws InterruptedException {
    for (int i = 0; i < 6000; i++) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the application ended; see target/bench.log");
      }
      try (var client = new Client(port, "/", "")) {
        if (client.ask() == 200) {
          return;
        }
      } catch (IOException _) {
        // not listening yet
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("no first page within five minutes; see target/bench.log");
  }

  /** Signs this persona in through the code flow; gives the session's cookie. */
  String signIn(String persona) throws Exception {
    var cookies = new CookieManager();
    var client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    client.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + PORT + "/sandbox/sign-in/" + persona))
            .build(),
        HttpResponse.BodyHandlers.discarding());
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("casewell"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** This persona's token for the API. */
  String token(String persona) throws Exception {
    var uri = URI.create("http://localhost:" + PORT + "/sandbox/personas/" + persona + "/token");
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
              HttpResponse.BodyHandlers.ofString());
      return new JsonMapper().readTree(answer.body()).path("token").asString();
    }
  }

  /** What the process holds of memory, in megabytes. */
  double residentMegabytes() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
