package io.casewell.platform;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says no in one place: a page for a browser, a sentence for htmx, a problem document (RFC 9457)
 * for a program.
 */
@Component
class RefusalPages {
  private final TemplateEngine templates;
  private final Pages pages;
  private final SessionContexts contexts;
  private final JsonMapper json;

  RefusalPages(TemplateEngine templates, Pages pages, SessionContexts contexts, JsonMapper json) {
    this.templates = templates;
    this.pages = pages;
    this.contexts = contexts;
    this.json = json;
  }

  Mono<Void> show(ServerWebExchange exchange, Refusal refusal) {
    var status =
        switch (refusal) {
          case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
          case Refusal.NotAllowed _ -> HttpStatus.FORBIDDEN;
          case Refusal.Conflict _ -> HttpStatus.CONFLICT;
          case Refusal.Gone _ -> HttpStatus.GONE;
          case Refusal.Unreadable _ -> HttpStatus.BAD_REQUEST;
          case Refusal.Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
          case Refusal.TooMany _ -> HttpStatus.TOO_MANY_REQUESTS;
        };
    if (refusal instanceof Refusal.TooMany tooMany) {
      exchange.getResponse().getHeaders().set("Retry-After", Long.toString(tooMany.seconds()));
    }
    var problems =
        switch (refusal) {
          case Refusal.Invalid invalid -> invalid.problems().byField();
          case Refusal.Unreadable unreadable -> unreadable.problems().byField();
          default -> Map.<String, String>of();
        };
    return show(exchange, status, refusal.reason(), problems);
  }

  Mono<Void> show(
      ServerWebExchange exchange, HttpStatus status, String reason, Map<String, String> problems) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.empty();
    }
    response.setStatusCode(status);
    if (wantsProblem(exchange)) {
      return write(
          exchange,
          MediaType.APPLICATION_PROBLEM_JSON,
          json.writeValueAsString(document(exchange, status, reason, problems)));
    }
    if (isFragment(exchange)) {
      return write(exchange, MediaType.TEXT_PLAIN, reason);
    }
    return frame(exchange).flatMap(page -> page(exchange, page, status, reason));
  }

  /**
   * The frame of whoever asks. What is thrown is told of outside the filters that know the caller,
   * so the session is looked up again there; a database that is away shall not take its own error
   * page with it.
   */
  private Mono<Page> frame(ServerWebExchange exchange) {
    return Mono.deferContextual(context ->
        context.hasKey(SecurityContext.class)
            ? pages.of(exchange)
            : pages
                .of(exchange)
                .contextWrite(
                    ReactiveSecurityContextHolder.withSecurityContext(
                        contexts.load(exchange).onErrorComplete())));
  }

  /**
   * Not signed in: a page leads to the sign-in and back, a fragment likewise, a program gets 401.
   */
  Mono<Void> askToSignIn(ServerWebExchange exchange) {
    if (SessionContexts.isApi(exchange)) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      return show(exchange, HttpStatus.UNAUTHORIZED, "An API token is needed here.", Map.of());
    }
    var request = exchange.getRequest();
    boolean reads = request.getMethod() == HttpMethod.GET && !isFragment(exchange);
    var back = reads ? withQuery(request.getURI()) : "/home";
    var to = "/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    if (isFragment(exchange)) {
      exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
      exchange.getResponse().getHeaders().set("HX-Redirect", to);
      return exchange.getResponse().setComplete();
    }
    return redirect(exchange, URI.create(to));
  }

  /** The query belongs to where one wanted to go: a need begun from advice is carried in it. */
  private static String withQuery(URI asked) {
    return asked.getRawQuery() == null
        ? asked.getRawPath()
        : asked.getRawPath() + "?" + asked.getRawQuery();
  }

  /** Signed in, but not for this: another hat's page does not exist, a role's says why. */
  Mono<Void> deny(ServerWebExchange exchange) {
    if (exchange.getAttribute(AccessRules.ONLY_LOOKING) != null) {
      return show(
          exchange,
          new Refusal.NotAllowed(
              "You are looking at somebody's pages. Nothing can be changed from here, and documents"
                  + " stay closed. End the look to go on as yourself."));
    }
    if (exchange.getAttribute(AccessRules.TERMS_CHANGED) != null) {
      var back = withQuery(exchange.getRequest().getURI());
      return redirect(
          exchange,
          URI.create("/agreement?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }
    if (exchange.getAttribute(AccessRules.PROOF_MISSING) != null) {
      return askToProve(exchange);
    }
    Refusal refusal =
        exchange.getAttribute(AccessRules.ROLE_MISSING) == null
            ? Refusal.notFound()
            : new Refusal.NotAllowed(
                "Your role does not include this. Somebody who manages people can change that.");
    return show(exchange, refusal);
  }

  /**
   * Signed in a while ago: for this, the person proves once more that it is they. A form that was
   * posted is not carried out; its page is where the way leads back to.
   */
  private Mono<Void> askToProve(ServerWebExchange exchange) {
    if (SessionContexts.isApi(exchange)) {
      return show(exchange, new Refusal.NotAllowed("This needs a person who has just signed in."));
    }
    var request = exchange.getRequest();
    var path = request.getURI().getRawPath();
    var back =
        request.getMethod() == HttpMethod.GET
            ? withQuery(request.getURI())
            : path.substring(0, Math.max(1, path.lastIndexOf('/')));
    var to = "/sign-in/again?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    if (isFragment(exchange)) {
      exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
      exchange.getResponse().getHeaders().set("HX-Redirect", to);
      return exchange.getResponse().setComplete();
    }
    return redirect(exchange, URI.create(to));
  }

  static Mono<Void> redirect(ServerWebExchange exchange, URI to) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.FOUND);
    response.getHeaders().setLocation(to);
    return response.setComplete();
  }

  private static boolean wantsProblem(ServerWebExchange exchange) {
    var accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
    return exchange.getRequest().getPath().value().startsWith("/api/")
        || exchange.getRequest().getPath().value().endsWith("/token")
        || (accept != null && accept.contains("json"));
  }

  private static boolean isFragment(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().containsHeader("HX-Request");
  }

  private static Map<String, Object> document(
      ServerWebExchange exchange, HttpStatus status, String reason, Map<String, String> problems) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "about:blank");
    document.put("title", status.getReasonPhrase());
    document.put("status", status.value());
    document.put("detail", reason);
    document.put("instance", exchange.getRequest().getPath().value());
    if (!problems.isEmpty()) {
      List<Map<String, String>> errors = new ArrayList<>();
      problems.forEach(
          (field, sentence) -> errors.add(Map.of("field", field, "message", sentence)));
      document.put("errors", errors);
    }
    return document;
  }

  private Mono<Void> page(ServerWebExchange exchange, Page page, HttpStatus status, String reason) {
    var html = new StringOutput();
    Map<String, Object> model =
        Map.of("page", page, "status", status.value(), "title", title(status), "reason", reason);
    templates.render("layout/refusal.jte", model, html);
    return write(exchange, MediaType.TEXT_HTML, html.toString());
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "Nothing here";
      case FORBIDDEN -> "Not for this account";
      case CONFLICT -> "That cannot be done now";
      case GONE -> "This link has ended";
      case TOO_MANY_REQUESTS -> "One moment, please";
      default -> status.is5xxServerError() ? "That is our fault" : "That did not work";
    };
  }

  private static Mono<Void> write(ServerWebExchange exchange, MediaType type, String text) {
    var response = exchange.getResponse();
    response.getHeaders().setContentType(new MediaType(type, StandardCharsets.UTF_8));
    response.getHeaders().setCacheControl("no-store");
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    response.getHeaders().setContentLength(bytes.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }
}
