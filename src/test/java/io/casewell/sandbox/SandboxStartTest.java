package io.casewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Casewell;
import io.casewell.Probe;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox keeps what was done in it until it is told to start over. */
class SandboxStartTest {
  @TempDir Path folder;

  /** A running sandbox, and what its first visitors met while it was still filling. */
  private record Started(ConfigurableApplicationContext context, List<HttpResponse<String>> first)
      implements AutoCloseable {
    int port() {
      return portOf(context);
    }

    long count(String sql) {
      return Objects.requireNonNull(
          context.getBean(Worker.class).db().sql(sql).mapValue(Long.class).one().block());
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static int portOf(ConfigurableApplicationContext context) {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  private Started start(String... more) {
    var first = new ArrayList<HttpResponse<String>>();
    // the port is open by then, and filling has not begun
    ApplicationListener<ApplicationStartedEvent> visitor =
        event -> {
          var nobody = Probe.nobody(portOf(event.getApplicationContext()));
          first.add(nobody.get("/sandbox", "Accept", "text/html"));
          first.add(nobody.get("/api/v1/catalogue/skills?q=cite"));
        };
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--sandbox.identity-port=0",
                "--management.server.port=0",
                "--sandbox.staff=30",
                "--sandbox.data=" + folder));
    arguments.addAll(List.of(more));
    var context =
        new SpringApplicationBuilder(Casewell.class)
            .profiles("sandbox")
            .listeners(visitor)
            .run(arguments.toArray(String[]::new));
    return new Started(context, first);
  }

  @Test
  void keepsItsDataUntilItIsToldToStartOver() {
    var mine = "select count(*) from firm where name = 'Kept & Found LLP'";
    var needs = "select count(*) from need";
    long sampleNeeds;
    try (var sandbox = start()) {
      var page = sandbox.first().getFirst();
      assertThat(page.statusCode()).as("while it fills").isEqualTo(503);
      assertThat(page.headers().firstValue("Refresh")).contains("2");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(page.body()).contains("Getting the sample marketplace ready");
      var program = sandbox.first().getLast();
      assertThat(program.statusCode()).isEqualTo(503);
      assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");

      assertThat(Probe.nobody(sandbox.port()).get("/sandbox").statusCode()).isEqualTo(200);
      sampleNeeds = sandbox.count(needs);
      assertThat(sampleNeeds).isGreaterThanOrEqualTo(30);
      assertThat(sandbox.count("select count(*) from staff")).isGreaterThanOrEqualTo(32);
      sandbox.count(
          """
          with mine as (
            insert into firm (id, name, jurisdiction, size, zone)
            values (gen_random_uuid(), 'Kept & Found LLP', 'NY', '1', 'America/New_York')
            returning 1)
          select count(*) from mine
          """);
    }
    try (var sandbox = start()) {
      assertThat(sandbox.first()).as("met by nobody waiting").allMatch(a -> a.statusCode() == 200);
      assertThat(sandbox.count(mine)).isEqualTo(1);
      assertThat(sandbox.count(needs)).as("filled once only").isEqualTo(sampleNeeds);
    }
    try (var sandbox = start("--sandbox.reset")) {
      assertThat(sandbox.first().getFirst().statusCode()).isEqualTo(503);
      assertThat(sandbox.count(mine)).isZero();
      assertThat(sandbox.count(needs)).isEqualTo(sampleNeeds);
    }
  }
}
