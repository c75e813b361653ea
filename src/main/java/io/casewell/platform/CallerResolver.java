package io.casewell.platform;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller its caller, in the one hat it asks for; any other hat is not found. */
final class CallerResolver implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return Caller.class.isAssignableFrom(type) || type == SignedIn.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    var type = parameter.getParameterType();
    if (type == SignedIn.class) {
      return signedIn().cast(Object.class).switchIfEmpty(Mono.error(Refusal.notFound()));
    }
    return Mono.deferContextual(context -> {
      var caller = Tenancy.callerIn(context);
      return type.isInstance(caller) ? Mono.just(caller) : Mono.error(Refusal.notFound());
    });
  }

  /** The proven caller of this request; empty for a visitor. */
  static Mono<SignedIn> signedIn() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .mapNotNull(
            authentication -> authentication.getPrincipal() instanceof SignedIn in ? in : null);
  }
}
