package io.casewell.notifications;

import io.casewell.platform.HelpAsked;
import io.casewell.platform.NoticeKind;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells administrators that somebody asked for help. */
@Component
class HelpAskedLetter extends Announcement<HelpAsked> {
  private static final String QUESTION =
      """
      select text from support_message where request = :id and not by_casewell
      order by at desc, id desc limit 1
      """;

  HelpAskedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<HelpAsked> to() {
    return HelpAsked.class;
  }

  @Override
  public Mono<Void> on(HelpAsked event) {
    return Mono.zip(
            readers().text("select name from support_request where id = :id", event.request()),
            readers().text(QUESTION, event.request()))
        .flatMapMany(both ->
            readers()
                .admins(null)
                .concatMap(admin ->
                    tell(
                        event,
                        admin,
                        Map.of(
                            "request", event.request().toString(),
                            "who", both.getT1(),
                            "text", both.getT2()))))
        .then();
  }

  @Override
  public String kind() {
    return "help-asked";
  }

  @Override
  public String label() {
    return "Help asked for";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.SUPPORT;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        facts.getOrDefault("who", "Somebody") + " asks for help",
        "It waits at the support desk.",
        facts.getOrDefault("text", ""),
        "Answer",
        "/operations/support/" + facts.getOrDefault("request", ""));
  }
}
