package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what somebody wants to be told by mail, and writes down what changed. */
@Component
class ChooseNotices {
  private final NoticeChoices choices;
  private final Audit audit;
  private final Tenancy tx;

  ChooseNotices(NoticeChoices choices, Audit audit, Tenancy tx) {
    this.choices = choices;
    this.audit = audit;
    this.tx = tx;
  }

  Mono<Void> choose(AccountId account, Set<NoticeKind> wanted) {
    return choices
        .of(account)
        .filter(before -> !codes(before).equals(codes(wanted)))
        .flatMap(before ->
            choices.put(account, wanted).then(audit.append(entry(account, before, wanted))))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(
      AccountId account, Set<NoticeKind> before, Set<NoticeKind> after) {
    return new Audit.Entry(
        "account",
        account.value(),
        null,
        null,
        "notices chosen",
        Map.of("mail", codes(before)),
        Map.of("mail", codes(after)));
  }

  private static List<String> codes(Set<NoticeKind> kinds) {
    return kinds.stream().filter(NoticeKind::optional).map(NoticeKind::code).sorted().toList();
  }
}
