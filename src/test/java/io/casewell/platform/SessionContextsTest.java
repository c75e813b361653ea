package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Who stands behind a request. */
class SessionContextsTest {
  private final AtomicInteger lookedUp = new AtomicInteger();
  private final SessionContexts contexts =
      new SessionContexts(new Counting(), new Cookies("http://localhost:8080"));

  @Test
  void looksASessionUpOnceHoweverOftenARequestAsks() {
    var exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.get("/needs").cookie(new HttpCookie("casewell", "value")));
    var context = contexts.load(exchange);
    assertThat(context.block()).isNotNull();
    assertThat(context.block()).isSameAs(context.block());
    assertThat(lookedUp).hasValue(1);
  }

  @Test
  void looksItUpAnewForTheNextRequest() {
    for (int i = 0; i < 2; i++) {
      contexts
          .load(
              MockServerWebExchange.from(
                  MockServerHttpRequest.get("/needs").cookie(new HttpCookie("casewell", "value"))))
          .block();
    }
    assertThat(lookedUp).hasValue(2);
  }

  private final class Counting implements SignIns {
    @Override
    public Mono<SignedIn> bySession(String cookie) {
      return Mono.fromSupplier(() -> {
        lookedUp.incrementAndGet();
        var account = new AccountId(new UUID(0, 1));
        return new SignedIn(
            new Viewer("Ada", "", new Caller.Visitor(), ZoneId.of("America/New_York")),
            account,
            null);
      });
    }

    @Override
    public Mono<SignedIn> byToken(String token) {
      return Mono.empty();
    }

    @Override
    public Mono<Opened> open(Identity identity, String previousCookie, String userAgent) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> end(String cookie) {
      return Mono.empty();
    }
  }
}
