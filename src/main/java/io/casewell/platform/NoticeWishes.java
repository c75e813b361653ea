package io.casewell.platform;

import reactor.core.publisher.Mono;

/**
 * Where notifications, which send, meet identity, which keeps what each person wants to be told.
 */
public interface NoticeWishes {
  /** Whether this person wants mail of this kind; asked by the worker, about anybody. */
  Mono<Boolean> wantsMail(AccountId account, NoticeKind kind);

  /** Whether this person wants to see it on the own pages; asked by the worker, about anybody. */
  Mono<Boolean> wantsNotice(AccountId account, NoticeKind kind);
}
