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

/** Keeps what somebody wants to be told, and writes down what changed. */
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

  Mono<Void> choose(AccountId account, NoticeChoices.Wanted wanted) {
    return choices
        .of(account)
        .filter(before -> !words(before).equals(words(wanted)))
        .flatMap(before ->
            choices.put(account, wanted).then(audit.append(entry(account, before, wanted))))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(
      AccountId account, NoticeChoices.Wanted before, NoticeChoices.Wanted after) {
    return new Audit.Entry(
        "account", account.value(), null, null, "notices chosen", words(before), words(after));
  }

  private static Map<String, List<String>> words(NoticeChoices.Wanted wanted) {
    return Map.of("mail", codes(wanted.mail()), "shown", codes(wanted.shown()));
  }

  private static List<String> codes(Set<NoticeKind> kinds) {
    return kinds.stream().filter(NoticeKind::optional).map(NoticeKind::code).sorted().toList();
  }
}
