package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What those who lead sales change: what is offered, by whom, and the questions that lead there.
 */
@Component
class EditDemoType {
  static final int QUESTIONS_MOST = 12;

  private final DemoTypes types;
  private final Routes routes;
  private final SalesTeam team;
  private final DemoLog log;
  private final Tenancy tx;

  EditDemoType(DemoTypes types, Routes routes, SalesTeam team, DemoLog log, Tenancy tx) {
    this.types = types;
    this.routes = routes;
    this.team = team;
    this.log = log;
    this.tx = tx;
  }

  /** Reads the form of a type; problems stand at its fields. */
  static DemoType read(Form form, UUID id, long version, Problems problems) {
    var slug = form.text("slug").toLowerCase(Locale.ROOT);
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")
        || slug.length() > 60
        || slug.equals("bookings")
        || slug.equals("texts")) {
      problems.add("slug", "Use small letters, digits and single hyphens, like firm-walkthrough.");
    }
    BookingInput.line(
        "name", form.text("name"), 120, "Give the demo a name on one line.", problems);
    if (form.text("about").isBlank() || form.text("about").length() > 1000) {
      problems.add("about", "Say in a sentence or two what happens in it.");
    }
    var terms =
        new DemoTerms(
            1,
            number(form, "minutes", 5, 480, problems),
            number(form, "gridMinutes", 5, 240, problems),
            number(form, "beforeMinutes", 0, 240, problems),
            number(form, "afterMinutes", 0, 240, problems),
            number(form, "noticeHours", 0, 720, problems) * 60,
            number(form, "windowDays", 1, 365, problems),
            numberOrNull(form, "dayLimit", 1, 100, problems),
            numberOrNull(form, "weekLimit", 1, 500, problems),
            form.text("confirm").equals("yes"),
            form.text("byWeight").equals("yes"),
            form.text("sameRep").equals("yes"),
            meeting(form.text("meeting"), problems),
            reminders(form.text("remind"), problems),
            form.text("followUp").equals("yes"),
            questions(form, problems));
    return new DemoType(
        id,
        slug,
        form.text("name"),
        form.text("about"),
        number(form, "place", 0, 999, problems),
        form.text("open").equals("yes"),
        version,
        terms);
  }

  private static int number(Form form, String field, int least, int most, Problems problems) {
    var value = numberOrNull(form, field, least, most, problems);
    if (value == null) {
      problems.add(field, "Give a whole number from %,d to %,d.".formatted(least, most));
    }
    return value == null ? least : value;
  }

  private static @Nullable Integer numberOrNull(
      Form form, String field, int least, int most, Problems problems) {
    var text = form.text(field);
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9]{1,5}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    problems.add(field, "Give a whole number from %,d to %,d.".formatted(least, most));
    return least;
  }

  private static String meeting(String text, Problems problems) {
    if (text.isEmpty()) {
      return DemoTerms.JITSI;
    }
    try {
      var uri = new URI(text.replace("{id}", "x"));
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && text.length() <= 300) {
        return text;
      }
    } catch (URISyntaxException _) {
      // told below
    }
    problems.add("meeting", "Give an https address; {id} stands for each demo's own part of it.");
    return DemoTerms.JITSI;
  }

  private static List<Integer> reminders(String text, Problems problems) {
    var minutes = new ArrayList<Integer>();
    for (var one : text.split("[,;\\s]+")) {
      if (one.isEmpty()) {
        continue;
      }
      if (!one.matches("[0-9]{1,3}") || Integer.parseInt(one) < 1 || Integer.parseInt(one) > 168) {
        problems.add("remind", "Give hours before the demo, such as 24, 1.");
        return List.of();
      }
      minutes.add(Integer.parseInt(one) * 60);
    }
    if (minutes.size() > 4) {
      problems.add("remind", "At most four reminders, please.");
    }
    return minutes.stream().distinct().sorted(java.util.Comparator.reverseOrder()).toList();
  }

  private static List<Question> questions(Form form, Problems problems) {
    var labels = form.column("q.label");
    var kinds = form.column("q.kind");
    var musts = form.column("q.required");
    var options = form.column("q.options");
    var codes = form.column("q.code");
    var questions = new ArrayList<Question>();
    var seen = new HashSet<String>();
    for (int i = 0; i < Math.min(labels.size(), QUESTIONS_MOST); i++) {
      var label = labels.get(i);
      if (label.isBlank()) {
        continue;
      }
      if (label.length() > 200) {
        problems.add("q" + i, "Keep a question to at most 200 characters.");
      }
      var kind = at(kinds, i);
      if (!Question.KINDS.contains(kind)) {
        problems.add("q" + i, "Choose how it is answered.");
      }
      var offered =
          List.of(at(options, i).split("[|\\n]")).stream()
              .map(String::strip)
              .filter(option -> !option.isEmpty())
              .distinct()
              .limit(20)
              .toList();
      if (kind.equals("choice") && offered.size() < 2) {
        problems.add("q" + i, "A choice needs two answers at least, with | between them.");
      }
      var code = at(codes, i).isEmpty() ? code(label) : at(codes, i);
      if (!code.matches("[a-z0-9][a-z0-9-]{0,59}") || !seen.add(code)) {
        code = "q" + (i + 1);
        seen.add(code);
      }
      questions.add(
          new Question(
              code,
              label,
              kind,
              at(musts, i).equals("yes"),
              kind.equals("choice") ? offered : List.of()));
    }
    return questions;
  }

  private static String at(List<String> column, int i) {
    return i < column.size() ? column.get(i) : "";
  }

  private static String code(String label) {
    var code = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return code.length() > 40 ? code.substring(0, 40).replaceAll("-$", "") : code;
  }

  /** Offers a new type. */
  Mono<DemoType> add(Caller.SalesRep by, DemoType type) {
    refuseUnlessLead(by);
    return types
        .add(type)
        .switchIfEmpty(Mono.error(EditDemoType::taken))
        .then(log.ofType(type.id(), "added", null, Map.of("name", type.name())))
        .thenReturn(type)
        .as(tx::transactional);
  }

  private static Refusal taken() {
    var problems = new Problems();
    problems.add("slug", "Another demo has this address already.");
    return new Refusal.Invalid(problems);
  }

  /** Changes it, unless somebody else did so meanwhile. */
  Mono<Void> change(Caller.SalesRep by, DemoType type) {
    refuseUnlessLead(by);
    return types
        .find(type.id())
        .flatMap(before ->
            types
                .change(type)
                .switchIfEmpty(
                    Mono.error(
                        new Refusal.Conflict(
                            "Somebody else changed this demo meanwhile. Reload and look first.")))
                .then(
                    log.ofType(
                        type.id(),
                        "changed",
                        Map.of("terms", before.terms()),
                        Map.of("terms", type.terms()))))
        .as(tx::transactional);
  }

  /** Puts somebody of the team into the pool, or changes how they stand in it. */
  Mono<Void> put(Caller.SalesRep by, DemoHost host) {
    refuseUnlessLead(by);
    return team.all()
        .filter(one -> one.account().equals(host.account()))
        .next()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(types.put(host))
        .then(log.ofType(host.type(), "pool changed", null, Map.of("name", host.name())))
        .as(tx::transactional);
  }

  Mono<Void> remove(Caller.SalesRep by, UUID type, UUID account, String name) {
    refuseUnlessLead(by);
    return types
        .remove(type, account)
        .then(log.ofType(type, "left the pool", null, Map.of("name", name)))
        .as(tx::transactional);
  }

  /** Writes a leading question; refuses answers that lead nowhere. */
  Mono<Void> putRoute(Caller.SalesRep by, @Nullable UUID id, Form form) {
    refuseUnlessLead(by);
    var problems = new Problems();
    BookingInput.line("question", form.text("question"), 200, "Write the question.", problems);
    var answers = new ArrayList<Route.Answer>();
    var labels = form.column("answer");
    for (int i = 0; i < Math.min(labels.size(), 8); i++) {
      if (!labels.get(i).isBlank()) {
        answers.add(
            new Route.Answer(labels.get(i), at(form.column("slug"), i), at(form.column("rep"), i)));
      }
    }
    if (answers.size() < 2 || answers.stream().anyMatch(a -> a.label().length() > 120)) {
      problems.add("answers", "Give two answers at least, each of at most 120 characters.");
    }
    return types
        .all()
        .map(DemoType::slug)
        .collectList()
        .flatMap(slugs -> {
          if (answers.stream().anyMatch(a -> !slugs.contains(a.slug()))) {
            problems.add("answers", "Choose for each answer the demo it leads to.");
          }
          problems.refuseIfAny();
          return routes.put(
              new Route(id == null ? Ids.next() : id, 1, form.text("question"), answers, 1));
        })
        .as(tx::transactional);
  }

  Mono<Void> removeRoute(Caller.SalesRep by, UUID id) {
    refuseUnlessLead(by);
    return routes.remove(id).as(tx::transactional);
  }

  static void refuseUnlessLead(Caller.SalesRep by) {
    if (!by.lead()) {
      throw new Refusal.NotAllowed("Only those who lead sales change what is offered.");
    }
  }
}
