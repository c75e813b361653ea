package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Two hundred tries from one address meet 429, whatever address they say they come from. */
class SignInDoorTest {
  private final SignInDoor door = new SignInDoor(new Limits(), 30);

  private boolean passes(String path, String from, int number) {
    var request =
        MockServerHttpRequest.get(path)
            .remoteAddress(new InetSocketAddress(from, 40_000 + number))
            .header("X-Forwarded-For", "203.0.113." + number)
            .header("Forwarded", "for=198.51.100." + number)
            .header("X-Real-IP", "192.0.2." + number);
    var trouble =
        catchThrowable(
            () -> door.filter(MockServerWebExchange.from(request), _ -> Mono.empty()).block());
    if (trouble instanceof Refusal.TooMany tooMany) {
      assertThat(tooMany.seconds()).isPositive();
      return false;
    }
    assertThat(trouble).isNull();
    return true;
  }

  @Test
  void holdsBackAnAddressThatTriesTooOften() {
    int passed = 0;
    for (int i = 0; i < 200; i++) {
      var path = i % 2 == 0 ? "/oauth2/authorization/main" : "/login/oauth2/code/main";
      passed += passes(path, "127.0.0.9", i) ? 1 : 0;
    }
    assertThat(passed).isBetween(60, 70);
    assertThat(passes("/oauth2/authorization/main", "127.0.0.10", 1)).as("another").isTrue();
    assertThat(passes("/", "127.0.0.9", 1)).as("another door").isTrue();
  }
}
