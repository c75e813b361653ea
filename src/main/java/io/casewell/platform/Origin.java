package io.casewell.platform;

import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Where a request comes from, for the trail: by page, by API token or by the house itself, and from
 * which address. The address is the connection's; a forwarded one counts only where the server was
 * told to trust its proxy.
 *
 * @param kind {@code web}, {@code api} or {@code house}
 * @param address the caller's address, or empty
 */
public record Origin(String kind, String address) {
  private static final Origin HOUSE = new Origin("house", "");

  /** Of this request. */
  static Origin of(ServerWebExchange exchange) {
    var remote = exchange.getRequest().getRemoteAddress();
    var address =
        remote == null
            ? ""
            : remote.getAddress() == null
                ? remote.getHostString()
                : remote.getAddress().getHostAddress();
    return new Origin(SessionContexts.isApi(exchange) ? "api" : "web", address);
  }

  /** Puts it beside the caller. */
  Context beside(Context caller) {
    return caller.put(Origin.class, this);
  }

  /** Of what runs now: the request's, or the house's own where no request began it. */
  public static Origin in(ContextView context) {
    return context.hasKey(Origin.class) ? context.get(Origin.class) : HOUSE;
  }

  /** As the trail keeps it, e.g. {@code web 192.0.2.7}. */
  public String kept() {
    return address.isEmpty() ? kind : kind + " " + address;
  }

  /** As a person reads what the trail kept. */
  public static String words(String kept) {
    int space = kept.indexOf(' ');
    var kind = space < 0 ? kept : kept.substring(0, space);
    var words =
        switch (kind) {
          case "web" -> "In the browser";
          case "api" -> "By an API token";
          case "house" -> "By Casewell itself";
          default -> kept;
        };
    return space < 0 ? words : words + ", from " + kept.substring(space + 1);
  }
}
