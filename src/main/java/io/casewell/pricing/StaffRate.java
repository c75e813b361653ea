package io.casewell.pricing;

/**
 * The hourly rate of a staff member exactly as it was given, with its kind; the other side is
 * derived by the {@link RateCard}.
 *
 * @param kind whether it is what they are paid or what a firm is billed
 * @param cents US cents an hour, 1 to 1,000,000
 */
public record StaffRate(Kind kind, int cents) {
  /** The highest rate that is believed, 10,000 $ an hour. */
  public static final int MOST_CENTS = 1_000_000;

  /** Which side of the card a rate stands on. */
  public enum Kind {
    /** Set by the staff member. */
    PAY("pay"),
    /** Imported by operations. */
    BILL("bill");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The word of the database. */
    public String code() {
      return code;
    }

    /** The kind of this word; refuses others. */
    public static Kind of(String code) {
      return switch (code) {
        case "pay" -> PAY;
        case "bill" -> BILL;
        default -> throw new IllegalArgumentException("no such kind of rate: " + code);
      };
    }
  }

  public StaffRate {
    if (cents < 1 || cents > MOST_CENTS) {
      throw new IllegalArgumentException("a rate of " + cents + " cents an hour");
    }
  }

  /** What they are paid. */
  public static StaffRate pay(int cents) {
    return new StaffRate(Kind.PAY, cents);
  }

  /** What a firm is billed. */
  public static StaffRate bill(int cents) {
    return new StaffRate(Kind.BILL, cents);
  }
}
