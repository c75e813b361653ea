package io.casewell.notifications;

import io.casewell.needs.NeedAssigned;
import io.casewell.platform.NoticeKind;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a colleague that a need is theirs to look after. */
@Component
class NeedAssignedLetter extends Announcement<NeedAssigned> {
  NeedAssignedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<NeedAssigned> to() {
    return NeedAssigned.class;
  }

  @Override
  public Mono<Void> on(NeedAssigned event) {
    var to = event.to();
    return to == null || to.equals(event.by())
        ? Mono.empty()
        : Mono.zip(
                readers().account(to),
                readers().account(event.by()).map(Told::name).defaultIfEmpty("A colleague"),
                readers().text("select title from need where id = :id", event.need().value()))
            .flatMap(all ->
                tell(
                    event,
                    all.getT1(),
                    Map.of(
                        "need", event.need().toString(),
                        "by", all.getT2(),
                        "title", all.getT3())));
  }

  @Override
  public String kind() {
    return "need-assigned";
  }

  @Override
  public String label() {
    return "Need handed over";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.NEEDS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        facts.getOrDefault("by", "") + " asks you to look after a need",
        "It is “%s”. Who fits, the notes and what happened so far stand on its page."
            .formatted(facts.getOrDefault("title", "")),
        "",
        "Open the need",
        "/needs/" + facts.getOrDefault("need", ""));
  }
}
