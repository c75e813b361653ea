package io.casewell.advisor;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Mention;
import io.casewell.catalogue.Mention.Kind;
import io.casewell.catalogue.Reading;
import io.casewell.catalogue.WeeklyHours;
import io.casewell.platform.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which role a firm needs and for how many hours, from hours by kind of work, from its own
 * words, or both. The rule is that of catalogue/advisor-model.json: hours decide where there are
 * any; the text then adds what it asks for besides. Same input, same answer.
 */
@Component
public class Advisor {
  /** Longest text that is read. */
  public static final int TEXT_MAX = 20_000;

  /** More than a week has is no week's work of one person, whatever the kind. */
  private static final BigDecimal WEEK = BigDecimal.valueOf(168);

  private static final BigDecimal HOURS_MAX = BigDecimal.valueOf(1000);

  private final Catalogue catalogue;

  Advisor(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The answer.
   *
   * @param hours a week by task id; an absent task has none
   * @param text the firm's own words, or null
   * @throws io.casewell.platform.Refusal.Invalid naming {@code hours.T01} or {@code text}, when a
   *     task is unknown, hours are negative or absurd, the text is too long, or there is neither
   */
  public Advice advise(Map<String, BigDecimal> hours, @Nullable String text) {
    return advise(hours, text, new Problems());
  }

  /** The answer, unless there are problems, already noted or found here. */
  Advice advise(Map<String, BigDecimal> hours, @Nullable String text, Problems problems) {
    var tasks = TaskHours.of(catalogue.tasks(), hours, problems);
    var words = text == null ? "" : text;
    var reading = read(words, problems);
    if (problems.none() && hours.isEmpty() && words.isBlank()) {
      problems.add("hours", "Give hours for at least one kind of work, or describe the work.");
    }
    problems.refuseIfAny();
    boolean foreign = OtherLanguage.is(words);
    if (tasks.none() && !words.isBlank()) {
      return foreign ? unread() : byText(reading);
    }
    return byHours(tasks, foreign ? catalogue.read("") : reading);
  }

  private Reading read(String words, Problems problems) {
    if (words.length() > TEXT_MAX) {
      problems.add("text", "That is too long: at most 20,000 characters.");
      return catalogue.read("");
    }
    if (words.indexOf('\0') >= 0) {
      problems.add("text", "The text holds a character that cannot be read.");
      return catalogue.read("");
    }
    var reading = catalogue.read(words);
    reading.hours().forEach(hours -> check(hours, problems));
    var hours = reading.weeklyHours();
    if (hours != null && hours.compareTo(HOURS_MAX) > 0) {
      problems.add("text", "The text speaks of more than 1,000 hours a week.");
    }
    return reading;
  }

  private static void check(WeeklyHours hours, Problems problems) {
    if (hours.hours().signum() < 0) {
      problems.add("text", "Hours cannot be negative: “" + hours.phrase() + "”.");
    }
    if (hours.hours().compareTo(WEEK) > 0) {
      problems.add(
          "text", "A week has 168 hours; the text speaks of “" + hours.phrase() + "” a week.");
    }
  }

  private Advice byHours(TaskHours hours, Reading reading) {
    var balance = hours.balance();
    var verdict = balance.byHours();
    var split = Split.of(balance, verdict, balance.total());
    var reasons = new ArrayList<>(Reasons.ofHours(catalogue, hours));
    reasons.addAll(Reasons.disagreement(verdict, new TextWeights(catalogue, reading)));
    reasons.addAll(Reasons.employed(hours, reading));
    reasons.addAll(Reasons.gates(verdict, reading));
    return new Advice(
        verdict,
        split.paralegal(),
        split.caseManager(),
        balance.total() == 0 ? null : balance.share(),
        List.copyOf(reasons),
        phrases(reading),
        Flip.smallest(hours).map(Flip::inWords).orElse(null),
        Reasons.outOfScope(reading),
        !reading.wanted(Kind.CERTIFICATION).isEmpty());
  }

  private static Advice unread() {
    return new Advice(
        Verdict.NOT_ENOUGH_INFORMATION,
        null,
        null,
        null,
        List.of(Reasons.OTHER_LANGUAGE),
        List.of(),
        null,
        List.of(),
        false);
  }

  private Advice byText(Reading reading) {
    var weights = new TextWeights(catalogue, reading);
    var balance = weights.balance();
    var named = reading.weeklyHours();
    long units = named == null ? 0 : named.movePointRight(4).longValue();
    boolean tooFew = named != null && units < 3 * Balance.HOUR;
    var verdict = tooFew ? Verdict.NOT_ENOUGH_INFORMATION : balance.byWeight();
    var split = named == null ? Split.UNKNOWN : Split.of(balance, verdict, units);
    var reasons = new ArrayList<>(Reasons.ofText(catalogue, weights, verdict, named));
    reasons.addAll(Reasons.gates(verdict, reading));
    return new Advice(
        verdict,
        split.paralegal(),
        split.caseManager(),
        balance.total() == 0 ? null : balance.share(),
        List.copyOf(reasons),
        phrases(reading),
        balance.total() == 0 || tooFew ? null : weights.change(),
        Reasons.outOfScope(reading),
        !reading.wanted(Kind.CERTIFICATION).isEmpty());
  }

  private List<Advice.Phrase> phrases(Reading reading) {
    return reading.mentions().stream()
        .filter(mention -> counts(mention.kind()))
        .map(mention ->
            new Advice.Phrase(
                mention.phrase(),
                meaning(mention),
                mention.start(),
                mention.end(),
                mention.negated()))
        .toList();
  }

  private static boolean counts(Kind kind) {
    return kind == Kind.SKILL
        || kind == Kind.TITLE
        || kind == Kind.CERTIFICATION
        || kind == Kind.OUT_OF_SCOPE;
  }

  private String meaning(Mention mention) {
    return switch (mention.kind()) {
      case SKILL -> catalogue.skills().name(mention.code());
      case TITLE -> "A title";
      case CERTIFICATION -> "A credential asked for";
      default -> "Only a lawyer may do this";
    };
  }
}
