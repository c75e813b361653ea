package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the form into the shape of the JSON, so that one parser reads both, and names what the
 * parser finds wrong as the form names it.
 */
final class FormTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Predicate<String> EVERY = _ -> true;

  private final NeedForm form;
  private final Catalogue catalogue;
  private final Problems problems = new Problems();
  private final List<Integer> groups = new ArrayList<>();

  FormTree(NeedForm form, Catalogue catalogue) {
    this.form = form;
    this.catalogue = catalogue;
  }

  /**
   * The need the form asks for, or the two that make the team.
   *
   * @throws Refusal.Invalid with problems at the form's fields
   */
  List<NeedInput> inputs(LocalDate today, @Nullable LocalDate kept) {
    form.noteUnknownWords(problems);
    if (!form.both()) {
      var tree = tree(form.text("role"), "hoursPerWeek", EVERY, EVERY);
      return List.of(read(tree, "hoursPerWeek", today, kept));
    }
    var first = half(Role.PARALEGAL, "hoursPerWeek", today);
    return List.of(first, half(Role.CASE_MANAGER, "caseManagerHours", today));
  }

  /** One of a team: what the catalogue gives to the other role alone is asked of the other. */
  private NeedInput half(Role role, String hours, LocalDate today) {
    var tree =
        tree(
            role.code(),
            hours,
            slug ->
                catalogue.skills().find(slug).stream().anyMatch(s -> s.primary().contains(role)),
            code -> catalogue.credentials().find(code).stream().anyMatch(c -> c.counts(role)));
    if (!form.text("title").isBlank()) {
      var ending = role == Role.PARALEGAL ? " (paralegal)" : " (case manager)";
      tree.put("title", form.text("title") + ending);
    }
    return read(tree, hours, today, null);
  }

  private NeedInput read(ObjectNode tree, String hours, LocalDate today, @Nullable LocalDate kept) {
    checkOverlap(tree);
    try {
      var input = NeedInput.read(tree, catalogue, today, kept);
      long window =
          (long) input.terms().window().minutesADay() * input.terms().window().days().size();
      if (input.terms().minOverlapMinutes() > window) {
        problems.add("minOverlap", tooMuch(window, tree.has("minOverlapMinutes")));
      }
      problems.refuseIfAny();
      return input;
    } catch (Refusal.Invalid invalid) {
      if (invalid.problems() != problems) {
        invalid
            .problems()
            .byField()
            .forEach((path, words) -> problems.add(field(path, hours), words));
      }
      throw new Refusal.Invalid(problems);
    }
  }

  private static String tooMuch(long window, boolean asked) {
    var holds = "Your window holds only %s hours a week".formatted(hours(window));
    return asked
        ? holds + "."
        : holds + ", less than half of the work. Widen it, or say how many shared hours will do.";
  }

  private static String hours(long minutes) {
    return BigDecimal.valueOf(minutes * 25 / 15, 2).stripTrailingZeros().toPlainString();
  }

  private void checkOverlap(ObjectNode tree) {
    var text = form.text("minOverlap");
    if (text.isEmpty()) {
      return;
    }
    // minutes that are no round part of an hour come with four decimals from our own form
    if (text.matches("\\d{1,3}(\\.\\d{1,4})?")) {
      var minutes = new BigDecimal(text).multiply(BigDecimal.valueOf(60));
      tree.put("minOverlapMinutes", minutes.setScale(0, RoundingMode.HALF_UP).intValueExact());
      return;
    }
    problems.add("minOverlap", "Write the hours as a number, for example 10 or 7.5.");
  }

  private ObjectNode tree(
      String role, String hours, Predicate<String> skills, Predicate<String> credentials) {
    var tree = NODES.objectNode();
    tree.put("title", form.text("title"))
        .put("role", role)
        .put("startDate", form.text("startDate"));
    number(tree, "seats", form.text("seats"));
    number(tree, "hoursPerWeek", form.text(hours));
    number(tree, "weeks", form.text("weeks"));
    graded(tree, "mustSkills", "skill", "minLevel", skills);
    graded(tree, "niceSkills", "skill", "weight", skills);
    graded(tree, "languages", "code", "minLevel", EVERY);
    for (var name : List.of("mustSoftware", "niceSoftware", "jurisdictions", "practiceAreas")) {
      form.texts(name).forEach(tree.putArray(name)::add);
    }
    groups(tree, credentials);
    var window = tree.putObject("window").put("zone", form.text("zone"));
    form.texts("days").forEach(window.putArray("days")::add);
    window.put("start", form.text("start")).put("end", form.text("end"));
    cap(tree);
    var parties = tree.putArray("parties");
    form.text("parties").lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(parties::add);
    return tree;
  }

  private void graded(
      ObjectNode tree, String name, String code, String grade, Predicate<String> wanted) {
    var all = tree.putArray(name);
    form.grades(name)
        .forEach((slug, value) -> {
          if (wanted.test(slug)) {
            number(all.addObject().put(code, slug), grade, value);
          }
        });
  }

  private void groups(ObjectNode tree, Predicate<String> wanted) {
    var all = tree.putArray("credentials");
    groups.clear();
    for (int i = 0; i < form.groups(); i++) {
      var codes = form.texts("credentials" + i).stream().filter(wanted).toList();
      if (!codes.isEmpty()) {
        groups.add(i);
        codes.forEach(all.addArray()::add);
      }
    }
  }

  private void cap(ObjectNode tree) {
    var text = form.text("rateCap");
    if (text.isEmpty()) {
      return;
    }
    var cents = Dollars.cents(text);
    if (cents.isEmpty() || cents.getAsInt() < 1 || cents.getAsInt() > 1_000_000) {
      problems.add("rateCap", "Write the amount in dollars and cents, for example 45 or 45.50.");
    } else {
      tree.put("rateCapCents", cents.getAsInt());
    }
  }

  private static void number(ObjectNode tree, String name, String text) {
    if (text.matches("-?\\d{1,9}")) {
      tree.put(name, Integer.parseInt(text));
    } else if (!text.isEmpty()) {
      tree.put(name, text);
    }
  }

  /** The form's name of a field of the JSON. */
  private String field(String path, String hours) {
    if (path.startsWith("credentials[")) {
      int index = Integer.parseInt(path.substring(12, path.indexOf(']')));
      return "credentials" + groups.get(index);
    }
    var name = path.startsWith("window.") ? path.substring("window.".length()) : path;
    return switch (name) {
      case "hoursPerWeek" -> hours;
      case "minOverlapMinutes" -> "minOverlap";
      case "rateCapCents" -> "rateCap";
      default -> name.replaceFirst("\\[.*", "");
    };
  }
}
