package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page that says no is a page of whoever asked, with the way on they know. */
@CasewellTest
class RefusalPagesTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/needs/", "/nowhere/", "/operations/people/"})
  void keepsTheOwnNavigationWhereNothingIs(String path) {
    var answer = Browserless.as("firm-owner", port).get(path + UUID.randomUUID());
    assertThat(answer.statusCode()).isEqualTo(404);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("header a[href='/needs']")).isNotEmpty();
    assertThat(page.select("header a[href^='/sign-in']")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/", "/feeds/"})
  void asksAVisitorToSignIn(String path) {
    var page = Jsoup.parse(new Browserless(port).get(path + UUID.randomUUID()).body());
    assertThat(page.select("header a[href='/needs']")).isEmpty();
    assertThat(page.select("header a[href^='/sign-in']")).isNotEmpty();
  }
}
