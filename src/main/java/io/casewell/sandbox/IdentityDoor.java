package io.casewell.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Opens the identity provider once visitors are in, and keeps a sign-in waiting until it is. */
@Component
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
class IdentityDoor implements WebFilter {
  private final SandboxIdentity identity;

  IdentityDoor(SandboxIdentity identity) {
    this.identity = identity;
  }

  @EventListener(ApplicationReadyEvent.class)
  Mono<Void> open() {
    return identity.open();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean leaves = exchange.getRequest().getPath().value().startsWith("/oauth2/authorization/");
    return leaves ? identity.open().then(chain.filter(exchange)) : chain.filter(exchange);
  }
}
