package io.casewell.sandbox;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.casewell.platform.Assets;
import io.casewell.platform.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * While the sample marketplace is being filled, every page is one that says so and looks again by
 * itself: nobody's first look shall be at half a list.
 */
@Component
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PreparationPage implements WebFilter {
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Service Unavailable","status":503,\
      "detail":"The sample marketplace is being prepared. Try again in a moment."}
      """;

  private final Preparation preparation;
  private final TemplateEngine templates;
  private final Assets assets;

  PreparationPage(Preparation preparation, TemplateEngine templates, Assets assets) {
    this.preparation = preparation;
    this.templates = templates;
    this.assets = assets;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().value();
    return preparation.ready() || path.startsWith("/assets/") || path.startsWith("/actuator/")
        ? chain.filter(exchange)
        : wait(exchange, path);
  }

  private Mono<Void> wait(ServerWebExchange exchange, String path) {
    boolean program = path.startsWith("/api/") || path.endsWith("/token");
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    response.getHeaders().set("Refresh", "2");
    response
        .getHeaders()
        .setContentType(
            program
                ? MediaType.APPLICATION_PROBLEM_JSON
                : new MediaType("text", "html", StandardCharsets.UTF_8));
    var words = program ? PROBLEM.strip() : page(path);
    return response.writeWith(
        Mono.just(response.bufferFactory().wrap(words.getBytes(StandardCharsets.UTF_8))));
  }

  private String page(String path) {
    var html = new StringOutput();
    var step = preparation.step();
    templates.render(
        "sandbox/preparing.jte",
        Map.of(
            "page", new Page(path, null, "", null, null, true, assets),
            "words", step.words(),
            "done", step.done(),
            "of", step.of()),
        html);
    return html.toString();
  }
}
