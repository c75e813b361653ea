package io.casewell.platform;

/**
 * Why a request is not carried out, in words for its reader. One place turns it into a page, a
 * fragment or a problem document. Outcomes that a page talks about are values instead.
 */
public abstract sealed class Refusal extends RuntimeException {
  private Refusal(String reason) {
    // no stack trace: a refusal is an answer, not a fault
    super(reason, null, false, false);
  }

  /** The sentence a person reads. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** It does not exist, or is somebody else's; the two answer alike. */
  public static final class NotFound extends Refusal {
    private NotFound(String reason) {
      super(reason);
    }
  }

  /** The caller's own house, but not this person's room. */
  public static final class NotAllowed extends Refusal {
    public NotAllowed(String reason) {
      super(reason);
    }
  }

  /** The thing moved on: an undrawn change of state, or a stale edit. */
  public static final class Conflict extends Refusal {
    public Conflict(String reason) {
      super(reason);
    }
  }

  /** The input cannot be read; each problem stands at its field. */
  public static final class Invalid extends Refusal {
    private final transient Problems problems;

    public Invalid(Problems problems) {
      super(problems.summary());
      this.problems = problems;
    }

    /** What is wrong, field by field. */
    public Problems problems() {
      return problems;
    }
  }

  /** The body is no document at all; what is wrong with it stands at {@code body}. */
  public static final class Unreadable extends Refusal {
    private final transient Problems problems;

    public Unreadable(Problems problems) {
      super(problems.summary());
      this.problems = problems;
    }

    /** What is wrong with the body. */
    public Problems problems() {
      return problems;
    }
  }

  /** It was there and has ended for good: a link that was used, expired or taken back. */
  public static final class Gone extends Refusal {
    public Gone(String reason) {
      super(reason);
    }
  }

  /** Too often; come back after these seconds. */
  public static final class TooMany extends Refusal {
    private final long seconds;

    public TooMany(long seconds) {
      super("That was a lot in a short time. Please try again in " + words(seconds) + ".");
      this.seconds = seconds;
    }

    private static String words(long seconds) {
      if (seconds < 120) {
        return seconds == 1 ? "a second" : seconds + " seconds";
      }
      long minutes = (seconds + 59) / 60;
      return minutes < 120 ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
    }

    /** Seconds until the next try is welcome. */
    public long seconds() {
      return seconds;
    }
  }

  /** The one sentence for everything that is not there. */
  public static NotFound notFound() {
    return new NotFound("We could not find that. It may have been removed, or the link is wrong.");
  }
}
