package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** E17: nobody writes a line of their own into the log, and nothing secret stands in it. */
@CasewellTest
@ExtendWith(OutputCaptureExtension.class)
class LogTest {
  @LocalServerPort int port;

  @Test
  void writesNoLineThatSomebodyElseWorded(CapturedOutput output) {
    LoggerFactory.getLogger("io.casewell.log.test")
        .warn("a name\r\n2026-01-01T00:00:00Z ERROR forged \u001b[31mred\u001b[0m");
    LoggerFactory.getLogger("io.casewell.log.test")
        .warn("trouble", new IllegalStateException("a message\n2026-01-01T00:00:00Z ERROR forged"));
    assertThat(output.getAll()).contains("a name").contains("a message");
    assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    assertThat(output.getAll()).doesNotContain("\u001b[31m");
    assertThat(output.getAll()).as("the trace itself stays").contains("\tat ");
  }

  @Test
  void keepsSecretsAndPeopleOut(CapturedOutput output) {
    var browser = Browserless.as("paralegal", port);
    var cookie = Probe.session(browser);
    var probe = Probe.of(browser, port);
    probe.get("/profile?q=%0d%0aforged%1b[31m&ssn=123-45-6789");
    probe.get("/needs/%0d%0aforged");
    probe.get("/operations/people?q=paralegal@sandbox.example");
    probe.post("/profile/about", "name=%0d%0aforged&ssn=123-45-6789&years=x");
    probe.post("/help", "text=" + "My+number+is+123-45-6789" + "&from=%2Fprofile");
    probe.get("/help/123e4567-e89b-12d3-a456-426614174000");
    Probe.nobody(port)
        .get("/api/v1/needs", "Authorization", "Bearer cw_a-token-that-must-not-be-kept");
    Probe.nobody(port).get("/login/oauth2/code/sandbox?code=a-code-of-theirs&state=x");
    var log = output.getAll();
    assertThat(log)
        .doesNotContain(cookie)
        .doesNotContain("cw_a-token-that-must-not-be-kept")
        .doesNotContain("a-code-of-theirs")
        .doesNotContain("123-45-6789")
        .doesNotContain("paralegal@sandbox.example")
        .doesNotContain("\u001b");
    assertThat(log.lines()).noneMatch(line -> line.startsWith("forged"));
  }
}
