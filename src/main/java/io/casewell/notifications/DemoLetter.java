package io.casewell.notifications;

import io.casewell.calendar.Ics;
import io.casewell.calendar.IcsEvent;
import io.casewell.demos.DemoFacts;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.LinkTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every mail about a demo: to the prospect, their guests and the reps, with the invite where a
 * calendar has something to change. The prospect's link is computed while it is sent.
 */
@Component
class DemoLetter implements LetterKind {
  static final String KIND = "demo";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a zzz", Locale.US);

  private final LinkTokens links;
  private final BaseUrl baseUrl;
  private final Clock clock;

  DemoLetter(LinkTokens links, BaseUrl baseUrl, Clock clock) {
    this.links = links;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  /** Who reads it. */
  enum Reader {
    PROSPECT,
    GUEST,
    REP
  }

  /** What it tells. */
  enum Step {
    REQUESTED,
    BOOKED,
    MOVED,
    CANCELLED,
    REASSIGNED,
    /** To the rep who no longer gives it. */
    TAKEN_OVER,
    EXPIRED,
    LATE,
    NO_SHOW,
    HELD,
    REMINDER;

    /** What a calendar does about it, or null for nothing. */
    Ics.@Nullable Method method() {
      return switch (this) {
        case BOOKED, MOVED, REASSIGNED -> Ics.Method.REQUEST;
        case CANCELLED, TAKEN_OVER -> Ics.Method.CANCEL;
        case REQUESTED, EXPIRED, LATE, NO_SHOW, HELD, REMINDER -> null;
      };
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String label() {
    return "Demo";
  }

  /** The facts of one mail, as the table keeps them. */
  record Facts(Map<String, String> all) {
    String get(String name) {
      return all.getOrDefault(name, "");
    }

    Step step() {
      return Step.valueOf(get("step"));
    }

    Reader reader() {
      return Reader.valueOf(get("reader"));
    }

    Instant start() {
      return Instant.parse(get("start"));
    }

    UUID demo() {
      return UUID.fromString(get("demo"));
    }

    String when() {
      return WHEN.format(start().atZone(ZoneId.of(get("zone"))));
    }
  }

  /** What it says; the path of a rep's is the demo's page, anybody else's comes while sending. */
  static Words words(Map<String, String> all) {
    var facts = new Facts(all);
    boolean rep = facts.reader() == Reader.REP;
    var words =
        rep
            ? new Words(
                repTitle(facts),
                repText(facts),
                "",
                "Open the demo",
                "/sales/demos/" + facts.demo())
            : new Words(title(facts), text(facts), "", action(facts), "/demo");
    return switch (facts.step()) {
      case EXPIRED, NO_SHOW, HELD, TAKEN_OVER -> words.with("Was", facts.when());
      case CANCELLED -> words.with("Was", facts.when()).with("Reason", facts.get("reason"));
      case REQUESTED -> words.with("When", facts.when()).with("With", other(facts));
      case BOOKED, MOVED, REASSIGNED, LATE, REMINDER ->
          words
              .with("When", facts.when())
              .with("With", other(facts))
              .with("Where", facts.get("place"));
    };
  }

  private static String other(Facts facts) {
    return facts.reader() == Reader.REP
        ? facts.get("prospect") + (facts.get("firm").isEmpty() ? "" : ", " + facts.get("firm"))
        : facts.get("rep") + ", Casewell";
  }

  private static String title(Facts facts) {
    var type = facts.get("type");
    return switch (facts.step()) {
      case REQUESTED -> "We have your request: " + type;
      case BOOKED -> "Booked: " + type + ", " + facts.when();
      case MOVED -> "Moved: " + type + ", now " + facts.when();
      case CANCELLED, TAKEN_OVER -> "Cancelled: " + type + ", " + facts.when();
      case REASSIGNED -> facts.get("rep") + " gives your demo: " + type;
      case EXPIRED -> "We could not confirm your time: " + type;
      case LATE -> facts.get("rep") + " comes " + facts.get("minutes") + " minutes late";
      case NO_SHOW -> "We missed you: " + type;
      case HELD -> "Thank you for your time";
      case REMINDER -> "In " + facts.get("ahead") + ": " + type;
    };
  }

  private static String text(Facts facts) {
    return switch (facts.step()) {
      case REQUESTED ->
          "Somebody of our team confirms it, and you hear from us. It is held for you.";
      case BOOKED ->
          "You are booked. The invite is attached; your calendar can take it from there.";
      case MOVED -> "Your demo takes place at another time. The attached invite moves it.";
      case CANCELLED, TAKEN_OVER ->
          "Your demo does not take place. The attached file takes it out of your calendar.";
      case REASSIGNED -> "The time stays as it is; somebody else of our team shows you Casewell.";
      case EXPIRED -> "Nobody of our team could confirm the time you asked for. We are sorry.";
      case LATE -> "Please stay; it begins a little later.";
      case NO_SHOW -> "It happens. Choose another time, it takes less than a minute.";
      case HELD -> "If anything stayed open, answer whoever showed you Casewell or book again.";
      case REMINDER -> "We look forward to it. If it does not suit you any more, move it.";
    };
  }

  private static String action(Facts facts) {
    if (facts.reader() == Reader.GUEST) {
      return "What Casewell shows";
    }
    return switch (facts.step()) {
      case NO_SHOW, EXPIRED, HELD, CANCELLED, TAKEN_OVER -> "Choose another time";
      case REQUESTED, BOOKED, MOVED, REASSIGNED, LATE, REMINDER -> "See, move or cancel it";
    };
  }

  private static String repTitle(Facts facts) {
    var with = other(facts);
    return switch (facts.step()) {
      case REQUESTED -> with + " asks for a demo";
      case BOOKED -> "Demo booked: " + with;
      case MOVED -> "Demo moved: " + with;
      case CANCELLED -> "Demo cancelled: " + with;
      case REASSIGNED -> "You give a demo: " + with;
      case TAKEN_OVER -> "A colleague gives your demo: " + with;
      case EXPIRED -> "Not confirmed in time: " + with;
      case LATE -> "We said that you come late: " + with;
      case NO_SHOW -> "Not there: " + with;
      case HELD -> "Held: " + with;
      case REMINDER -> "In " + facts.get("ahead") + ": demo with " + with;
    };
  }

  private static String repText(Facts facts) {
    return switch (facts.step()) {
      case REQUESTED -> "Confirm it before the time is given free.";
      case BOOKED, REASSIGNED -> "What they answered stands with the demo.";
      case MOVED -> "The attached invite moves it in your calendar.";
      case CANCELLED, TAKEN_OVER -> "The attached file takes it out of your calendar.";
      case EXPIRED, LATE, NO_SHOW, HELD, REMINDER -> "What they answered stands with the demo.";
    };
  }

  @Override
  public Letter write(Map<String, String> all) {
    var facts = new Facts(all);
    var words = words(all);
    return Letter.plain(
        words,
        facts.get("name"),
        link(facts, words),
        facts.reader() == Reader.REP ? baseUrl.of("/account#notices") : "",
        invite(facts));
  }

  private String link(Facts facts, Words words) {
    return facts.reader() == Reader.PROSPECT && facts.step() != Step.HELD
        ? baseUrl.of(
            DemoFacts.LINK
                + links.token(
                    DemoFacts.PURPOSE, facts.demo(), Integer.parseInt(facts.get("generation"))))
        : baseUrl.of(words.path());
  }

  private @Nullable Invite invite(Facts facts) {
    var method = facts.step().method();
    if (method == null) {
      return null;
    }
    var rep = facts.reader() == Reader.REP;
    var event =
        IcsEvent.of(
                facts.get("uid"),
                Integer.parseInt(facts.get("sequence")),
                clock.instant(),
                facts.start(),
                Instant.parse(facts.get("end")),
                rep ? "Demo: " + other(facts) : "Casewell: " + facts.get("type"))
            .described("Join: " + facts.get("place"))
            .at(facts.get("place"), facts.get("place"))
            .inviting(
                new IcsEvent.Attendee("Casewell, " + facts.get("rep"), facts.get("from")),
                List.of(new IcsEvent.Attendee(facts.get("name"), facts.get("to"))));
    return new Invite(method, Ics.of(method, event));
  }
}
