package io.casewell.platform;

import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads {@link Access} off the method that would answer, and decides. */
@Component
class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {
  /** Set on the exchange when the hat is right and only the role is missing. */
  static final String ROLE_MISSING = AccessRules.class.getName() + ".roleMissing";

  /** Set on the exchange when only a fresh proof is missing. */
  static final String PROOF_MISSING = AccessRules.class.getName() + ".proofMissing";

  /** Set on the exchange when whoever asks only looks at somebody's pages. */
  static final String ONLY_LOOKING = AccessRules.class.getName() + ".onlyLooking";

  /** Set on the exchange when terms have changed and are to be agreed to first. */
  static final String TERMS_CHANGED = AccessRules.class.getName() + ".termsChanged";

  private static final AuthorizationResult YES = new AuthorizationDecision(true);
  private static final AuthorizationResult NO = new AuthorizationDecision(false);

  private final RequestMappingHandlerMapping handlers;

  private final Clock clock;

  AccessRules(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
      Clock clock) {
    this.handlers = handlers;
    this.clock = clock;
  }

  @Override
  public Mono<AuthorizationResult> authorize(
      Mono<Authentication> authentication, AuthorizationContext context) {
    var exchange = context.getExchange();
    return handlers
        .getHandler(exchange)
        .map(handler -> accessOf(handler))
        // nothing answers here, or not this method or type: the dispatcher says so
        .onErrorReturn(Open.ACCESS)
        .defaultIfEmpty(Open.ACCESS)
        .zipWith(authentication.map(AccessRules::signedIn).defaultIfEmpty(Caught.NOBODY))
        .map(both -> decide(both.getT1(), both.getT2().signedIn(), exchange));
  }

  private static Access accessOf(Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return Open.ACCESS;
    }
    if (method.getBeanType().getName().startsWith("org.springdoc.")) {
      return Open.ACCESS;
    }
    var access = method.getMethodAnnotation(Access.class);
    return access == null ? Open.CLOSED : access;
  }

  private record Caught(@Nullable SignedIn signedIn) {
    static final Caught NOBODY = new Caught(null);
  }

  private static Caught signedIn(Authentication authentication) {
    return authentication.getPrincipal() instanceof SignedIn in ? new Caught(in) : Caught.NOBODY;
  }

  private AuthorizationResult decide(
      Access access, @Nullable SignedIn in, ServerWebExchange exchange) {
    var who = Arrays.asList(access.value());
    if (in != null && in.viewer().watch() != null && !watchable(access, exchange)) {
      exchange.getAttributes().put(ONLY_LOOKING, true);
      return NO;
    }
    if (in != null && in.outdated() && !access.beforeAgreeing() && opensAPage(exchange)) {
      exchange.getAttributes().put(TERMS_CHANGED, true);
      return NO;
    }
    if (who.contains(Access.Who.ANYBODY)) {
      return YES;
    }
    if (in == null) {
      return NO;
    }
    if (in.scopes() != null && !in.covers(access.scope())) {
      exchange.getAttributes().put(ROLE_MISSING, true);
      return NO;
    }
    if (who.contains(Access.Who.SIGNED_IN)) {
      return proved(access, in, exchange);
    }
    boolean hat = who.contains(hatOf(in.viewer().caller()));
    boolean role = hat && hasRole(access, in.viewer().caller());
    if (hat && !role) {
      exchange.getAttributes().put(ROLE_MISSING, true);
    }
    return role ? proved(access, in, exchange) : NO;
  }

  /** Whoever else may, must for some things have signed in just now. */
  private AuthorizationResult proved(Access access, SignedIn in, ServerWebExchange exchange) {
    if (!access.fresh() || in.fresh(clock.instant())) {
      return YES;
    }
    exchange.getAttributes().put(PROOF_MISSING, true);
    return NO;
  }

  /** A part of a page is let through: its page was asked for first. */
  private static boolean opensAPage(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return request.getMethod() == HttpMethod.GET
        && !request.getHeaders().containsHeader("HX-Request")
        && !request.getPath().value().startsWith("/api/");
  }

  private static boolean watchable(Access access, ServerWebExchange exchange) {
    return switch (access.watched()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case READS ->
          exchange.getRequest().getMethod() == HttpMethod.GET && !leadsToADocument(exchange);
    };
  }

  /** What somebody handed in is never looked at over their shoulder, whatever its method says. */
  private static boolean leadsToADocument(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication().elements().stream()
        .filter(PathContainer.PathSegment.class::isInstance)
        .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
        .anyMatch(word -> word.equals("document") || word.equals("documents"));
  }

  private static Access.Who hatOf(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> Access.Who.ANYBODY;
      case Caller.FirmMember _ -> Access.Who.FIRM;
      case Caller.Professional _ -> Access.Who.STAFF;
      case Caller.SalesRep _ -> Access.Who.SALES;
      case Caller.Operations _ -> Access.Who.OPERATIONS;
    };
  }

  private static boolean hasRole(Access access, Caller caller) {
    return switch (caller) {
      case Caller.FirmMember member -> access.firm().length == 0 || member.mayAs(access.firm());
      case Caller.Operations(_, var roles) ->
          access.operations().length == 0
              || Arrays.stream(access.operations()).anyMatch(roles::contains);
      case Caller.Visitor _, Caller.Professional _, Caller.SalesRep _ -> true;
    };
  }

  /** Two fixed answers, written as annotations so that there is one type to decide on. */
  private static final class Open {
    static final Access ACCESS = read("open");
    static final Access CLOSED = read("closed");

    @Access(value = Access.Who.ANYBODY, beforeAgreeing = true)
    void open() {}

    @Access({})
    void closed() {}

    private static Access read(String method) {
      try {
        var access = Open.class.getDeclaredMethod(method).getAnnotation(Access.class);
        return java.util.Objects.requireNonNull(access);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
