package io.casewell.talent;

/** The name firms see before they hire: the first name and the last name's initial. */
public final class CardName {
  private CardName() {}

  /** Turns "Dana Reyes" into "Dana R."; a single name stays as it is. */
  public static String of(String name) {
    var words = name.strip().split("\\s+");
    var last = words[words.length - 1];
    var initial = last.codePoints().filter(Character::isLetter).findFirst();
    return words.length == 1 || initial.isEmpty()
        ? words[0]
        : words[0] + " " + Character.toString(Character.toUpperCase(initial.getAsInt())) + ".";
  }
}
