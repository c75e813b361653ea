package io.casewell.sandbox;

import io.casewell.demos.TextMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stands in for whoever carries text messages: nothing leaves the machine. What would have been
 * sent is kept with the prospect.
 */
@Component
@Profile("sandbox")
class StandInTexts implements TextMessages {
  private static final Logger LOG = LoggerFactory.getLogger(StandInTexts.class);

  @Override
  public Mono<Void> send(String phone, String words) {
    // neither the number nor the words, which hold a link, belong into a log
    return Mono.fromRunnable(() -> LOG.info("A text message of {} characters", words.length()));
  }
}
