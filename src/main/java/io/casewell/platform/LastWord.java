package io.casewell.platform;

import io.r2dbc.spi.R2dbcException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Whatever went wrong on the way ends here: refusals in their words, faults in ours, no trace. */
@Component
@Order(-2)
class LastWord implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);

  private final RefusalPages pages;

  LastWord(RefusalPages pages) {
    this.pages = pages;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable trouble) {
    if (trouble instanceof Refusal refusal) {
      return pages.show(exchange, refusal);
    }
    if (has(trouble, DataBufferLimitException.class)) {
      return pages.show(
          exchange,
          HttpStatus.CONTENT_TOO_LARGE,
          "That is more than we can take at once.",
          Map.of());
    }
    if (has(trouble, InvalidMediaTypeException.class)) {
      return refuse(exchange, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
    if (has(trouble, DecodingException.class)) {
      // a body of parts is read for its token before any controller could refuse it
      return refuse(exchange, HttpStatus.BAD_REQUEST);
    }
    if (trouble instanceof ResponseStatusException known) {
      return answer(exchange, known);
    }
    LOG.error(
        "{} {}",
        exchange.getRequest().getMethod(),
        LogPath.of(exchange.getRequest().getPath().value()),
        trouble);
    var status =
        has(trouble, R2dbcException.class) || has(trouble, java.io.IOException.class)
            ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatus.INTERNAL_SERVER_ERROR;
    return pages.show(
        exchange,
        status,
        "Something broke on our side and nothing was saved. Please try again in a moment.",
        Map.of());
  }

  private Mono<Void> answer(ServerWebExchange exchange, ResponseStatusException known) {
    var status = HttpStatus.resolve(known.getStatusCode().value());
    if (status == null || status.is5xxServerError()) {
      LOG.error("{} failed", LogPath.of(exchange.getRequest().getPath().value()), known);
      status = HttpStatus.INTERNAL_SERVER_ERROR;
    }
    return status == HttpStatus.NOT_FOUND
        ? pages.show(exchange, Refusal.notFound())
        : refuse(exchange, status);
  }

  private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
    return pages.show(exchange, status, sentence(status), Map.of());
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case METHOD_NOT_ALLOWED -> "This address does not take that kind of request.";
      case UNSUPPORTED_MEDIA_TYPE -> "The request's content type is not one this address reads.";
      case NOT_ACCEPTABLE -> "This address cannot answer in the form you ask for.";
      case BAD_REQUEST -> "The request could not be read.";
      default -> "The request could not be carried out.";
    };
  }

  private static boolean has(Throwable trouble, Class<? extends Throwable> kind) {
    for (Throwable t = trouble; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
