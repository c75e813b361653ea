package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Mention;
import io.casewell.catalogue.Mention.Kind;
import io.casewell.catalogue.Reading;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a job text of the firm's own says of a need: filled into the form to be corrected, with the
 * words each field comes from. What the text calls required becomes a must; the rest, a preference.
 */
final class PastedText {
  static final int MAX = 20_000;

  private static final int MUSTS = 6;
  private static final Pattern REQUIRED =
      Pattern.compile(
          "\\b(must|requires?|required|requirements?|essential|mandatory|need(s|ed)? to)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFERRED =
      Pattern.compile(
          "\\b(prefer(red|ably)?|nice to have|a plus|bonus|ideally|desirable|helpful)\\b",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final NeedForm form;
  private final Map<String, Picker> pickers = new LinkedHashMap<>();
  private final List<Recognised> recognised = new ArrayList<>();

  private PastedText(String text, NeedForm form) {
    this.text = text.length() > MAX ? text.substring(0, MAX) : text;
    this.form = form;
    form.pickers().forEach(picker -> pickers.put(picker.name(), picker));
  }

  /** Fills the form from the text in it and tells what was found. */
  static List<Recognised> fill(NeedForm form, Catalogue catalogue) {
    if (form.text("text").isBlank()) {
      return List.of();
    }
    var pasted = new PastedText(form.text("text"), form);
    pasted.fill(catalogue.read(pasted.text));
    return List.copyOf(pasted.recognised);
  }

  private void fill(Reading reading) {
    for (var mention : new LinkedHashSet<>(reading.mentions())) {
      if (!mention.negated()) {
        place(mention);
      }
    }
    var hours = reading.weeklyHours();
    if (hours != null && form.text("hoursPerWeek").isEmpty()) {
      int whole = hours.setScale(0, RoundingMode.CEILING).intValue();
      form.put("hoursPerWeek", Integer.toString(Math.clamp(whole, 1, 168)));
    }
  }

  private void place(Mention mention) {
    boolean preferred = PREFERRED.matcher(sentence(mention)).find();
    boolean required = !preferred && REQUIRED.matcher(sentence(mention)).find();
    switch (mention.kind()) {
      case SKILL -> choose(mention, must(required) ? "mustSkills" : "niceSkills", "Skills");
      case SOFTWARE -> choose(mention, required ? "mustSoftware" : "niceSoftware", "Software");
      case PRACTICE_AREA -> choose(mention, "practiceAreas", "Practice areas");
      case CREDENTIAL -> chooseUnless(preferred, mention, "credentials0", "Credentials");
      case LANGUAGE -> chooseUnless(preferred, mention, "languages", "Languages");
      case JURISDICTION -> chooseUnless(!required, mention, "jurisdictions", "Jurisdictions");
      case TITLE, CERTIFICATION, OUT_OF_SCOPE -> {}
    }
  }

  private boolean must(boolean required) {
    return required && form.texts("mustSkills").size() < MUSTS;
  }

  private void chooseUnless(boolean not, Mention mention, String field, String place) {
    if (!not) {
      choose(mention, field, place);
    }
  }

  private void choose(Mention mention, String field, String place) {
    var picker = pickers.get(field);
    if (picker == null || !picker.shelf().has(mention.code()) || known(mention, field)) {
      return;
    }
    form.choose(picker, mention.code(), "");
    recognised.add(new Recognised(mention.phrase(), picker.shelf().name(mention.code()), place));
  }

  /** One skill is either a must or a preference. */
  private boolean known(Mention mention, String field) {
    return form.texts(field).contains(mention.code())
        || (mention.kind() == Kind.SKILL && form.texts("mustSkills").contains(mention.code()))
        || (mention.kind() == Kind.SKILL && form.texts("niceSkills").contains(mention.code()))
        || (mention.kind() == Kind.SOFTWARE && form.texts("mustSoftware").contains(mention.code()))
        || (mention.kind() == Kind.SOFTWARE && form.texts("niceSoftware").contains(mention.code()));
  }

  private String sentence(Mention mention) {
    int start = mention.start();
    while (start > 0 && !ends(text.charAt(start - 1))) {
      start--;
    }
    int end = mention.end();
    while (end < text.length() && !ends(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean ends(char c) {
    return c == '.' || c == '\n' || c == ';' || c == '!' || c == '?';
  }
}
