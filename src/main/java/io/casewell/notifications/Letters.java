package io.casewell.notifications;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a mail's two bodies from its templates. */
@Component
class Letters {
  private final TemplateEngine templates;
  private final Map<String, LetterKind> kinds;

  Letters(TemplateEngine templates, List<LetterKind> kinds) {
    this.templates = templates;
    this.kinds = kinds.stream().collect(Collectors.toMap(LetterKind::kind, Function.identity()));
  }

  /** A mail's subject and bodies. */
  record Written(String subject, String html, String text, @Nullable Invite invite) {}

  Written write(Mail mail) {
    var kind = kinds.get(mail.kind());
    if (kind == null) {
      throw new IllegalStateException("nobody writes mails of the kind " + mail.kind());
    }
    var letter = kind.write(mail.facts());
    return new Written(
        HeaderText.clean(letter.subject()),
        drawn("mail/" + letter.template() + ".jte", letter),
        // a template's control lines leave blank ones behind
        drawn("mail/" + letter.template() + "Text.jte", letter)
            .replaceAll("\n{3,}", "\n\n")
            .strip(),
        letter.invite());
  }

  /** The kind in words. */
  String label(String kind) {
    var known = kinds.get(kind);
    return known == null ? kind : known.label();
  }

  private String drawn(String template, Letter letter) {
    var out = new StringOutput();
    templates.render(template, letter.model(), out);
    return out.toString();
  }
}
