package io.casewell.calendar;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Limits;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Serves private calendars to the programs their owners gave the address to; without a session. */
@Controller
class FeedController {
  private static final long GUESSES_A_MINUTE = 60;
  private static final long READS_A_MINUTE = 20;

  private final PrivateFeed feed;
  private final Limits limits;

  FeedController(PrivateFeed feed, Limits limits) {
    this.feed = feed;
    this.limits = limits;
  }

  /** The calendar of this token. */
  @GetMapping("/feeds/{token}.ics")
  @Access(Who.ANYBODY)
  Mono<ResponseEntity<String>> show(@PathVariable String token, ServerWebExchange exchange) {
    limits.count("calendar feed", exchange, GUESSES_A_MINUTE);
    return feed.read(token)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(read -> {
          limits.count("calendar feed " + read.person(), READS_A_MINUTE);
          return answer(read.file(), exchange);
        });
  }

  private static ResponseEntity<String> answer(String file, ServerWebExchange exchange) {
    var tag = "\"" + HexFormat.of().formatHex(Secrets.hash(file), 0, 16) + "\"";
    var headers = new HttpHeaders();
    headers.setCacheControl("private, no-cache");
    headers.setETag(tag);
    headers.set("X-Robots-Tag", "noindex");
    if (exchange.getRequest().getHeaders().getIfNoneMatch().contains(tag)) {
      return ResponseEntity.status(304).headers(headers).build();
    }
    headers.setContentType(MediaType.parseMediaType(Ics.TYPE));
    headers.set("Content-Disposition", "inline; filename=\"casewell.ics\"");
    return ResponseEntity.ok().headers(headers).body(file);
  }
}
