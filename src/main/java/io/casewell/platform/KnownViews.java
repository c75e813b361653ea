package io.casewell.platform;

import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.ReactiveJteViewResolver;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.View;
import reactor.core.publisher.Mono;

/**
 * Keeps each view once found: the resolver itself makes and wires a new one for every page. There
 * are only as many as templates, since no view's name comes from outside.
 */
@Component
class KnownViews extends ReactiveJteViewResolver {
  private final Map<String, View> known = new ConcurrentHashMap<>();

  KnownViews(TemplateEngine templates) {
    super(templates, ".jte");
  }

  @Override
  public Mono<View> resolveViewName(String name, Locale locale) {
    var view = known.get(name);
    return view != null
        ? Mono.just(view)
        : super.resolveViewName(name, locale).doOnNext(found -> known.put(name, found));
  }
}
