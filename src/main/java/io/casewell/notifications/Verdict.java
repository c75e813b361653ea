package io.casewell.notifications;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/**
 * What a mail server made of a mail.
 *
 * @param forGood whether trying again is pointless: the server answered with a code of 500 or more
 * @param words what it said, on one line
 */
record Verdict(boolean forGood, String words) {
  static final Verdict TAKEN = new Verdict(false, "");

  static Verdict of(Throwable trouble) {
    Throwable last = trouble;
    for (var one : chain(trouble)) {
      int code = code(one);
      if (code > 0) {
        return new Verdict(code >= 500, HeaderText.clean(String.valueOf(one.getMessage())));
      }
      last = one;
    }
    return new Verdict(
        false, HeaderText.clean(last.getClass().getSimpleName() + ": " + last.getMessage()));
  }

  private static int code(Throwable trouble) {
    return switch (trouble) {
      case SMTPAddressFailedException failed -> failed.getReturnCode();
      case SMTPSendFailedException failed -> failed.getReturnCode();
      case SMTPSenderFailedException failed -> failed.getReturnCode();
      default -> 0;
    };
  }

  /** The trouble and everything behind it: a mail client hides what the server said deep down. */
  private static List<Throwable> chain(Throwable trouble) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var chain = new java.util.ArrayList<Throwable>();
    var open = new ArrayDeque<Throwable>();
    open.add(trouble);
    while (!open.isEmpty()) {
      var one = open.poll();
      if (seen.add(one)) {
        chain.add(one);
        var behind = new HashSet<Throwable>();
        if (one.getCause() != null) {
          behind.add(one.getCause());
        }
        if (one instanceof MailSendException failed) {
          behind.addAll(failed.getFailedMessages().values());
        }
        if (one instanceof jakarta.mail.MessagingException failed
            && failed.getNextException() != null) {
          behind.add(failed.getNextException());
        }
        open.addAll(behind);
      }
    }
    return chain;
  }
}
