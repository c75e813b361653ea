package io.casewell.notifications;

import io.casewell.platform.HelpAnswered;
import io.casewell.platform.NoticeKind;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries our answer to whoever asked for help; a visitor has no page and reads it here alone. */
@Component
class HelpAnsweredLetter extends Announcement<HelpAnswered> {
  private static final String ANSWER =
      """
      select text from support_message where request = :id and by_casewell
      order by at desc, id desc limit 1
      """;

  HelpAnsweredLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<HelpAnswered> to() {
    return HelpAnswered.class;
  }

  @Override
  public Mono<Void> on(HelpAnswered event) {
    return readers()
        .text(ANSWER, event.request())
        .flatMap(answer ->
            readers()
                .asker(event.request())
                .flatMap(asker ->
                    tell(
                        event,
                        asker,
                        Map.of(
                            "text",
                            answer,
                            "path",
                            asker.account() == null ? "/help" : "/help/" + event.request()))));
  }

  @Override
  public String kind() {
    return "help-answered";
  }

  @Override
  public String label() {
    return "Help answered";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.SUPPORT;
  }

  @Override
  Words words(Map<String, String> facts) {
    var path = facts.getOrDefault("path", "/help");
    return new Words(
        "We answered what you asked",
        "Here is what we wrote. You can go on from there.",
        facts.getOrDefault("text", ""),
        path.equals("/help") ? "Ask more" : "Read it and go on",
        path);
  }
}
