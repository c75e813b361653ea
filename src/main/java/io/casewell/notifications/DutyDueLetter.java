package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.DutyDue;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reminds somebody of training hours whose period ends. */
@Component
class DutyDueLetter extends Announcement<DutyDue> {
  DutyDueLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<DutyDue> to() {
    return DutyDue.class;
  }

  @Override
  public Mono<Void> on(DutyDue event) {
    return readers()
        .staff(event.staff())
        .flatMap(
            person -> tell(event, person, Map.of("code", event.code(), "until", event.until())));
  }

  @Override
  public String kind() {
    return "duty-due";
  }

  @Override
  public String label() {
    return "Declared duty due";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        "Your training hours are due on " + Readers.day(facts),
        readers().credential(facts)
            + ": the period ends on "
            + Readers.day(facts)
            + " and what you declared is not complete. Add the hours you have done since, and the"
            + " attorney you certified them to.",
        "",
        "Declare your hours",
        "/duties");
  }
}
