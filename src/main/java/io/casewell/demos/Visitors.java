package io.casewell.demos;

import io.casewell.platform.Cookies;
import io.casewell.platform.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Tells people without an account apart, by digests alone. */
@Component
class Visitors {
  private final Secrets secrets;
  private final Cookies cookies;

  Visitors(Secrets secrets, Cookies cookies) {
    this.secrets = secrets;
    this.cookies = cookies;
  }

  /** The browser, by its cookie; the address where there is none. */
  byte[] browser(ServerWebExchange exchange) {
    var cookie = cookies.visitor(exchange);
    return cookie.isEmpty() ? address(exchange) : secrets.mac("visitor", cookie);
  }

  /** The address the connection comes from. */
  byte[] address(ServerWebExchange exchange) {
    var remote = exchange.getRequest().getRemoteAddress();
    return secrets.mac("address", remote == null ? "unknown" : remote.getHostString());
  }
}
