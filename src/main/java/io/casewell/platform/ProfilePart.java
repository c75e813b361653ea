package io.casewell.platform;

import reactor.core.publisher.Mono;

/**
 * Where talent, which shows how strong a profile is, meets the rooms beside it that keep a part of
 * one: hours, pay.
 */
public interface ProfilePart {
  /** Which part: {@code hours} or {@code rate}. */
  String word();

  /** Whether this person has said it. */
  Mono<Boolean> said(StaffId staff);
}
