package io.casewell;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.casewell.identity.Provider;
import io.casewell.platform.Page;
import io.casewell.platform.SamplePages;
import io.casewell.platform.WeekBlock;
import io.casewell.sandbox.Persona;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Draws the frame, the components and the public pages without a server and leaves them in {@code
 * target/look}, to be looked at in a browser.
 */
class LookTest {
  private static final Path OUT = Path.of("target", "look");
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** One page to draw. */
  record Sample(String file, String template, Map<String, Object> model) {}

  @TestFactory
  List<DynamicTest> everyPageIsSoundHtmlThatThePolicyAllows() {
    return samples().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> isSound(sample)))
        .toList();
  }

  @Test
  void theLandingPageWeighsLessThanItsBudget() throws IOException {
    long bytes = 0;
    for (var name : List.of("casewell.css", "casewell.js", "logo.svg")) {
      bytes += packed(name).length;
    }
    // the page itself, not even compressed
    bytes += drawn(samples().getFirst()).length();
    assertThat(bytes).isLessThan(160_000);
  }

  @Test
  void htmxIsToldNothingItDoesNotKnow() throws IOException {
    var page = Jsoup.parse(drawn(samples().getFirst()));
    var config = page.select("meta[name=htmx-config]").attr("content");
    var script = new String(unpacked("casewell.js"), StandardCharsets.UTF_8);
    assertThat(config).contains("\"includeIndicatorStyles\":false", "\"allowEval\":false");
    assertThat(Pattern.compile("\"(\\w+)\":").matcher(config).results().map(key -> key.group(1)))
        .allSatisfy(key -> assertThat(script).contains(key));
  }

  private void isSound(Sample sample) throws IOException {
    var html = drawn(sample);
    keep(sample.file(), html);
    var page = Jsoup.parse(html);
    assertThat(page.select("h1")).as("one h1").hasSize(1);
    assertThat(page.select("[style]")).as("style attributes").isEmpty();
    assertThat(page.select("style, script:not([src])")).as("inline style or script").isEmpty();
    assertThat(handlers(page)).as("inline handlers").isEmpty();
    assertThat(doubleIds(page)).as("ids used twice").isEmpty();
    assertThat(nameless(page)).as("fields without a label").isEmpty();
    assertThat(silentReferences(page)).as("aria references to nothing").isEmpty();
    assertThat(page.select("form[method=post]:not(:has([name=_csrf]))")).as("no token").isEmpty();
    assertThat(page.select("a:not([href]), button:not([type])")).isEmpty();
    assertThat(page.text()).doesNotContain("null");
  }

  private static List<String> handlers(Document page) {
    return page.getAllElements().stream()
        .flatMap(element -> element.attributes().asList().stream())
        .map(attribute -> attribute.getKey())
        .filter(name -> name.startsWith("on") || name.startsWith("hx-on"))
        .toList();
  }

  private static List<String> doubleIds(Document page) {
    var ids = new ArrayList<>(page.select("[id]").eachAttr("id"));
    ids.stream().distinct().toList().forEach(ids::remove);
    return ids;
  }

  private static List<Element> nameless(Document page) {
    return page.select("input:not([type=hidden]), select, textarea").stream()
        .filter(field -> field.closest("template") == null)
        .filter(field -> field.closest("label") == null)
        .filter(field -> !field.hasAttr("aria-label"))
        .filter(field -> page.select("label[for=\"" + field.id() + "\"]").isEmpty())
        .toList();
  }

  private static List<String> silentReferences(Document page) {
    return page.select("[aria-describedby], [aria-labelledby]").stream()
        .flatMap(element ->
            List.of(
                (element.attr("aria-describedby") + " " + element.attr("aria-labelledby"))
                    .strip()
                    .split(" +"))
                .stream())
        .filter(id -> page.getElementById(id) == null)
        .toList();
  }

  private String drawn(Sample sample) {
    var out = new StringOutput();
    engine.render(sample.template(), sample.model(), out);
    return out.toString();
  }

  private static void keep(String file, String html) throws IOException {
    Files.createDirectories(OUT);
    var local = html;
    for (var name : List.of("casewell.css", "casewell.js", "logo.svg")) {
      Files.write(OUT.resolve(name), unpacked(name));
      local = local.replace(SamplePages.assets().url(name), name);
    }
    Files.writeString(OUT.resolve(file + ".html"), local);
  }

  private static byte[] unpacked(String name) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed(name)))) {
      return in.readAllBytes();
    }
  }

  private static byte[] packed(String name) {
    var url = SamplePages.assets().url(name);
    var file = SamplePages.assets().file(url.substring(url.lastIndexOf('/') + 1));
    assertThat(file).isNotNull();
    return file.gzip();
  }

  private static List<Sample> samples() {
    return List.of(
        new Sample("landing", "home/landing.jte", model(SamplePages.visitor("/"))),
        new Sample("sign-in", "identity/sign-in.jte", signIn()),
        new Sample("hats", "identity/hats.jte", hats()),
        new Sample("personas", "sandbox/personas.jte", personas()),
        new Sample("refusal", "layout/refusal.jte", refusal(SamplePages.visitor("/needs/1"), 404)),
        new Sample(
            "refusal-hat",
            "layout/refusal.jte",
            refusal(SamplePages.operations("/operations/people"), 403)),
        new Sample("home-firm", "home/dashboard.jte", model(SamplePages.firm("/home"))),
        new Sample(
            "home-professional", "home/dashboard.jte", model(SamplePages.professional("/home"))),
        new Sample("home-operations", "home/dashboard.jte", model(SamplePages.operations("/home"))),
        new Sample("home-sales", "home/dashboard.jte", model(SamplePages.sales("/home"))),
        new Sample("gallery", "components/gallery.jte", gallery(SamplePages.firm("/needs"))),
        new Sample(
            "gallery-professional",
            "components/gallery.jte",
            gallery(SamplePages.professional("/profile"))));
  }

  private static Map<String, Object> model(Page page) {
    var model = new LinkedHashMap<String, Object>();
    model.put("page", page);
    return model;
  }

  private static Map<String, Object> signIn() {
    var model = model(SamplePages.visitor("/sign-in"));
    model.put("providers", List.of(new Provider("sandbox", "Sandbox sign-in")));
    model.put("next", "/needs?after=1&x=2");
    model.put("failed", true);
    return model;
  }

  private static Map<String, Object> hats() {
    var model = model(SamplePages.professional("/hats"));
    model.put("hats", List.of("Alder & Finch LLP", "My own profile as a professional"));
    return model;
  }

  private static Map<String, Object> personas() {
    var model = model(SamplePages.visitor("/sandbox"));
    model.put(
        "personas",
        List.of(
            new Persona(
                "firm-owner",
                "Firm owner",
                "Margaret Alder",
                "Post a need from the advisor's answer and read why the first person fits."),
            new Persona("billing", "Billing", "Walter Osei", "See what billing shows."),
            new Persona("paralegal", "Virtual paralegal", "Dana Reyes", "Raise a skill."),
            new Persona("sales-rep", "Sales rep", "Ana Whitfield", "See the rep's desk."),
            new Persona("admin", "Administrator", "Ruth Okafor", "Import staff with a dry run.")));
    return model;
  }

  private static Map<String, Object> refusal(Page page, int status) {
    var model = model(page);
    model.put("status", status);
    model.put("title", status == 404 ? "We could not find that" : "Another hat is needed here");
    model.put("reason", "It may have been removed, or the link is wrong.");
    return model;
  }

  private static Map<String, Object> gallery(Page page) {
    var model = model(page);
    model.put(
        "roles", inOrder("paralegal", "Virtual paralegal", "case_manager", "Virtual case manager"));
    model.put(
        "roleNotes",
        Map.of(
            "paralegal", "Research, drafting, exhibits, trial preparation.",
            "case_manager", "Intake, deadlines, records, clients."));
    model.put(
        "weekdays", inOrder("MON", "Mon", "TUE", "Tue", "WED", "Wed", "THU", "Thu", "FRI", "Fri"));
    model.put("levels", inOrder("3", "Skilled", "4", "Advanced", "5", "Expert"));
    model.put(
        "skills", inOrder("cite-checking", "Cite checking", "legal-research", "Legal research"));
    model.put(
        "problems",
        inOrder(
            "title", "Give the need a title.",
            "cap", "A cap above $500 an hour is not possible. Lower it or leave it empty."));
    model.put("week", week());
    return model;
  }

  private static Map<String, String> inOrder(String... keysAndWords) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < keysAndWords.length; i += 2) {
      map.put(keysAndWords[i], keysAndWords[i + 1]);
    }
    return map;
  }

  private static List<WeekBlock> week() {
    var blocks = new ArrayList<WeekBlock>();
    for (int day = 0; day < 5; day++) {
      blocks.add(new WeekBlock(day, 9 * 60, 17 * 60, "window", "Asked for, 9 am to 5 pm"));
      blocks.add(new WeekBlock(day, 8 * 60, 18 * 60, "free", "Works 8 am to 6 pm"));
      blocks.add(new WeekBlock(day, 10 * 60, 13 * 60, "shared", "Shared, 10 am to 1 pm"));
    }
    blocks.add(new WeekBlock(2, 14 * 60, 16 * 60, "busy", "Wednesday, taken 2 pm to 4 pm"));
    return blocks;
  }
}
