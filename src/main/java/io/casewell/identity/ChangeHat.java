package io.casewell.identity;

import io.casewell.platform.Cookies;
import io.casewell.platform.FirmId;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts somebody who has just come in into the hat they came for, under a new session. */
@Component
public class ChangeHat {
  private final Sessions sessions;
  private final Cookies cookies;

  ChangeHat(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /** Acts for this firm from now on. */
  public Mono<Void> into(FirmId firm, SignedIn in, ServerWebExchange exchange) {
    return into(new Sessions.Hat("firm", firm.value(), null, ""), in, exchange);
  }

  /** Acts for the own profile from now on. */
  public Mono<Void> into(StaffId staff, SignedIn in, ServerWebExchange exchange) {
    return into(new Sessions.Hat("staff", null, staff.value(), ""), in, exchange);
  }

  Mono<Void> into(Sessions.Hat hat, SignedIn in, ServerWebExchange exchange) {
    var agent = exchange.getRequest().getHeaders().getFirst("User-Agent");
    return sessions
        .wear(
            in.account().value(),
            hat,
            cookies.session(exchange),
            agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300)),
            in.provedAt())
        .doOnNext(value -> cookies.putSession(exchange, value))
        .then();
  }
}
