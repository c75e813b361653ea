package io.casewell.platform;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts {@code page} into the model of every view. */
@ControllerAdvice
class PageModel {
  private final Pages pages;

  PageModel(Pages pages) {
    this.pages = pages;
  }

  @ModelAttribute("page")
  Mono<Page> page(ServerWebExchange exchange) {
    return SessionContexts.isApi(exchange) ? Mono.empty() : pages.of(exchange);
  }
}
