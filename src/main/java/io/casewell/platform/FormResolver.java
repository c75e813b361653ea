package io.casewell.platform;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller what was posted, or on a GET the query. */
final class FormResolver implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Form.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return exchange.getRequest().getMethod() == HttpMethod.GET
        ? Mono.fromCallable(() -> Form.of(exchange.getRequest().getQueryParams()))
        : exchange.getFormData().map(Form::of);
  }
}
