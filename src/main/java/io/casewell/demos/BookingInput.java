package io.casewell.demos;

import io.casewell.calendar.Zones;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.Form;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a prospect asks for, checked.
 *
 * @param start when it shall begin
 * @param zone the prospect's
 * @param firm what their firm is called
 * @param phone or empty
 * @param texts whether text messages to the phone are agreed to
 * @param guests further addresses that get the invite
 * @param answers by the question's code
 */
public record BookingInput(
    Instant start,
    ZoneId zone,
    String name,
    String email,
    String firm,
    String phone,
    boolean texts,
    List<String> guests,
    Map<String, String> answers) {
  static final int GUESTS_MOST = 10;
  private static final Pattern PHONE = Pattern.compile("[+]?[0-9][0-9 ()./-]{4,38}");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}([.]0{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

  /** The address as doubles are found by it. */
  static String emailKey(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** A firm's name as doubles are found by it. */
  static String firmKey(String firm) {
    return PartyNames.normalise(firm);
  }

  /** In a fixed form, for the idempotency key. */
  String canonical(String type) {
    return String.join("\n", type, toString());
  }

  /** Reads a form; problems stand at its fields, answers at {@code answers.} and the code. */
  static BookingInput read(Form form, List<Question> questions, Problems problems) {
    var answers = new LinkedHashMap<String, String>();
    questions.forEach(q -> answers.put(q.code(), form.text("answers." + q.code())));
    return of(
        new Raw(
            form.text("start"),
            form.text("zone"),
            form.text("name"),
            form.text("email"),
            form.text("firm"),
            form.text("phone"),
            form.text("texts").equals("yes"),
            List.of(form.text("guests").split("[,;\\s]+")),
            answers),
        questions,
        problems);
  }

  /** Reads a JSON object; problems stand at its fields. */
  static BookingInput read(JsonNode body, List<Question> questions, Problems problems) {
    if (!body.isObject()) {
      problems.add("body", "Send a JSON object with start, zone, name, email, firm and answers.");
      problems.refuseIfAny();
    }
    var answers = new LinkedHashMap<String, String>();
    var given = body.path("answers");
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      problems.add("answers", "Answers are an object such as {\"caseload\": \"40\"}.");
    }
    for (var question : questions) {
      var path = "answers." + question.code();
      var node = given.path(question.code());
      answers.put(
          question.code(),
          node.isBoolean() ? (node.booleanValue() ? "yes" : "no") : scalar(node, path, problems));
    }
    var guests = new ArrayList<String>();
    var named = body.path("guests");
    if (named.isArray()) {
      for (int i = 0; i < named.size() && i <= GUESTS_MOST; i++) {
        guests.add(scalar(named.get(i), "guests", problems));
      }
    } else if (!named.isMissingNode() && !named.isNull()) {
      problems.add("guests", "Guests are a list of e-mail addresses.");
    }
    return of(
        new Raw(
            scalar(body.path("start"), "start", problems),
            scalar(body.path("zone"), "zone", problems),
            scalar(body.path("name"), "name", problems),
            scalar(body.path("email"), "email", problems),
            scalar(body.path("firm"), "firm", problems),
            scalar(body.path("phone"), "phone", problems),
            body.path("texts").isBoolean() && body.path("texts").booleanValue(),
            guests,
            answers),
        questions,
        problems);
  }

  private static String scalar(JsonNode node, String path, Problems problems) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isString()) {
      return Form.clean(path, node.stringValue(), problems);
    }
    if (node.isNumber()) {
      return node.numberValue().toString();
    }
    problems.add(path, "This must be text.");
    return "";
  }

  private record Raw(
      String start,
      String zone,
      String name,
      String email,
      String firm,
      String phone,
      boolean texts,
      List<String> guests,
      Map<String, String> answers) {}

  private static BookingInput of(Raw raw, List<Question> questions, Problems problems) {
    var start = instant(raw.start());
    if (start == null) {
      problems.add("start", "Choose a time; a program sends it like 2026-12-01T15:00:00Z.");
    }
    var zone = Zones.region(raw.zone());
    if (zone.isEmpty()) {
      problems.add("zone", "Name a time zone by its region, for example America/New_York.");
    }
    line("name", raw.name(), 120, "Give your name, on one line.", problems);
    var email = EmailAddress.read(raw.email());
    if (email.isEmpty()) {
      problems.add("email", "Give one e-mail address, like ana@firm.com. The invite goes there.");
    }
    line("firm", raw.firm(), 200, "Give the name of your firm, on one line.", problems);
    if (!raw.phone().isEmpty() && !PHONE.matcher(raw.phone()).matches()) {
      problems.add("phone", "Write the number with digits, like +1 212 555 0100, or leave it out.");
    }
    if (raw.texts() && raw.phone().isEmpty()) {
      problems.add("phone", "A text message needs a number to go to.");
    }
    var guests = guests(raw.guests(), problems);
    var answers = answers(raw.answers(), questions, problems);
    return new BookingInput(
        start == null ? Instant.EPOCH : start,
        zone.orElse(ZoneOffset.UTC),
        raw.name(),
        email.orElse(""),
        raw.firm(),
        raw.phone(),
        raw.texts(),
        guests,
        answers);
  }

  /** A moment with its offset, to the second; null for anything else. */
  static @Nullable Instant instant(String text) {
    if (!INSTANT.matcher(text).matches()) {
      return null;
    }
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }

  static void line(String field, String text, int most, String sentence, Problems problems) {
    boolean oneLine =
        text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    if (text.isBlank() || text.length() > most || !oneLine) {
      problems.add(field, sentence);
    }
  }

  static List<String> guests(List<String> typed, Problems problems) {
    var guests = new LinkedHashSet<String>();
    for (var one : typed) {
      if (!one.isBlank()) {
        EmailAddress.read(one)
            .ifPresentOrElse(
                guests::add,
                () ->
                    problems.add(
                        "guests", "Write each guest's e-mail address, with commas between them."));
      }
    }
    if (guests.size() > GUESTS_MOST) {
      problems.add("guests", "At most ten guests, please.");
    }
    return List.copyOf(guests);
  }

  static Map<String, String> answers(
      Map<String, String> typed, List<Question> questions, Problems problems) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : questions) {
      var answer = typed.getOrDefault(question.code(), "");
      question
          .problem(answer)
          .ifPresent(sentence -> problems.add("answers." + question.code(), sentence));
      if (!answer.isEmpty()) {
        answers.put(question.code(), answer);
      }
    }
    return java.util.Collections.unmodifiableMap(answers);
  }
}
