package io.casewell.platform;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns away what is said to be too large before a byte of it is read. A form with a file must say
 * its length, as every browser does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit implements WebFilter {
  /** Above the ten megabytes of a file, so that a little too much is explained at its field. */
  private static final long MOST = 16_000_000;

  private final RefusalPages pages;

  UploadLimit(RefusalPages pages) {
    this.pages = pages;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (reads(exchange) || !UploadResolver.isMultipart(exchange)) {
      return chain.filter(exchange);
    }
    long length = exchange.getRequest().getHeaders().getContentLength();
    if (length < 0) {
      return pages.show(
          exchange,
          HttpStatus.LENGTH_REQUIRED,
          "A form with a file has to say how long it is.",
          Map.of());
    }
    return length > MOST
        ? pages.show(
            exchange,
            HttpStatus.CONTENT_TOO_LARGE,
            "That is more than we can take at once. A file may have at most 10 MB.",
            Map.of())
        : chain.filter(exchange);
  }

  /** A redirected client repeats the type of what it posted, without a body. */
  private static boolean reads(ServerWebExchange exchange) {
    var method = exchange.getRequest().getMethod();
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }
}
