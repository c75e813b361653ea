package io.casewell.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Holds back an address from which sign-ins are begun or ended too often; accounts: Sessions. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SignInDoor implements WebFilter {
  private final Limits limits;
  private final int aMinute;

  SignInDoor(Limits limits, @Value("${casewell.limits.sign-ins:30}") int aMinute) {
    this.limits = limits;
    this.aMinute = aMinute;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (path.startsWith("/oauth2/authorization/") || path.startsWith("/login/oauth2/code/")) {
      return Mono.fromRunnable(() -> limits.count("sign-in", exchange, 2L * aMinute))
          .then(chain.filter(exchange));
    }
    return chain.filter(exchange);
  }
}
