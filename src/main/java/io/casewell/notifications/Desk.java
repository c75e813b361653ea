package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.NoticeKind;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What letters are written with, and how most of them are. */
@Component
record Desk(Mails mails, Notices notices, Readers readers, BaseUrl baseUrl) {

  /** Shows somebody on their own pages what the mail before it says. */
  Mono<Void> notice(AccountId account, String cause, NoticeKind about, Supplier<Words> words) {
    return Mono.defer(() -> notices.put(account, cause, about, words.get()));
  }

  /** A plain letter to somebody who may say no to its kind. */
  Letter letter(Words words, String name) {
    return Letter.plain(words, name, baseUrl.of(words.path()), baseUrl.of("/account#notices"));
  }

  /** A plain letter that everybody gets whom it concerns. */
  Letter letterToAll(Words words, String name) {
    return Letter.plain(words, name, baseUrl.of(words.path()), "");
  }
}
