package io.casewell.notifications;

import io.casewell.platform.Event;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Reaction;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What the plain letters share: each says one thing to one person, by mail and on their own pages,
 * as far as they want to be told. None carries a document or names a number.
 */
abstract class Announcement<E extends Event> implements LetterKind, Reaction<E> {
  private final Desk desk;

  Announcement(Desk desk) {
    this.desk = desk;
  }

  final Readers readers() {
    return desk.readers();
  }

  /** What it falls under, by which a person may say no to it. */
  abstract NoticeKind about();

  /** The facts in words. */
  abstract Words words(Map<String, String> facts);

  /** Tells this person, once for this event. */
  final Mono<Void> tell(E event, Told to, Map<String, String> facts) {
    return tell(kind() + " " + event.aggregate() + " " + event.version(), to, facts);
  }

  /** Tells this person, once for this cause. */
  final Mono<Void> tell(String cause, Told to, Map<String, String> facts) {
    var all = new LinkedHashMap<>(facts);
    all.put("name", to.name());
    var account = to.account();
    if (account == null) {
      return desk.mails().put(cause + " " + to.email(), kind(), to.email(), all);
    }
    return desk.mails()
        .put(cause + " " + account, kind(), to.email(), all, account, about())
        .then(desk.notice(account, cause, about(), () -> words(all)));
  }

  @Override
  public final Letter write(Map<String, String> facts) {
    var words = words(facts);
    var name = facts.getOrDefault("name", "");
    return about().optional() ? desk.letter(words, name) : desk.letterToAll(words, name);
  }
}
