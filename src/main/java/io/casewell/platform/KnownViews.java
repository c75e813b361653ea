package io.casewell.platform;

import gg.jte.springframework.boot.autoconfigure.ReactiveJteViewResolver;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import reactor.core.publisher.Mono;

/**
 * Keeps each view once found. Without it WebFlux makes and wires a new one for every page, while
 * there are only as many as templates: redirects are told apart before.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownViews implements ViewResolver {
  private final ViewResolver templates;
  private final Map<String, View> known = new ConcurrentHashMap<>();

  KnownViews(ReactiveJteViewResolver templates) {
    this.templates = templates;
  }

  @Override
  public Mono<View> resolveViewName(String name, Locale locale) {
    var view = known.get(name);
    return view != null
        ? Mono.just(view)
        : templates.resolveViewName(name, locale).doOnNext(found -> known.put(name, found));
  }
}
