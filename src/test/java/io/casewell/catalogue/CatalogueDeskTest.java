package io.casewell.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class CatalogueDeskTest {
  private static final String DESK = "/operations/catalogue/";

  @LocalServerPort int port;
  @Autowired Catalogue catalogue;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private static String added(Browserless admin, String name, String... synonyms) {
    var answer =
        admin.post(
            DESK + "skills",
            "name",
            name,
            "group",
            "research",
            "synonyms",
            String.join("\n", synonyms));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.uri().getPath().substring((DESK + "skills/").length());
  }

  private static String unique(String words) {
    return words + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void addsASkillThatEverybodyFindsAndAPastedTextNames() {
    var admin = Browserless.as("admin", port);
    var before = catalogue.version();
    var name = unique("Docket sweeping");
    var code = added(admin, name, "sweeping of the docket");
    assertThat(catalogue.version()).isNotEqualTo(before);
    assertThat(catalogue.skills().name(code)).isEqualTo(name);
    assertThat(catalogue.skills().search(name, 5).getFirst().entry().code()).isEqualTo(code);
    assertThat(new Browserless(port).get("/catalogue?q=" + code).body()).contains(name);
    assertThat(catalogue.read("We need " + name + ".").mentions())
        .anyMatch(mention -> mention.code().equals(code));
    assertThat(admin.post(DESK + "skills", "name", name, "group", "research").statusCode())
        .as("one by that name")
        .isEqualTo(422);
  }

  @Test
  void keepsARetiredSkillReadableAndOffersItNoMore() {
    var admin = Browserless.as("admin", port);
    var name = unique("Carbon copying");
    var code = added(admin, name);
    admin.post(DESK + "skills/" + code + "/retirement");
    assertThat(catalogue.skills().search(name, 5)).noneMatch(f -> f.entry().code().equals(code));
    assertThat(catalogue.skills().all()).noneMatch(skill -> skill.code().equals(code));
    assertThat(catalogue.skills().name(code)).isEqualTo(name);
    assertThat(catalogue.skills().has(code)).as("counts where it stands").isTrue();
    assertThat(catalogue.read("We need " + name + ".").mentions())
        .noneMatch(mention -> mention.code().equals(code));
    assertThat(admin.post(DESK + "skills/" + code + "/retirement").statusCode()).isEqualTo(409);
    admin.post(DESK + "skills/" + code + "/restoration");
    assertThat(catalogue.skills().search(name, 5)).anyMatch(f -> f.entry().code().equals(code));
  }

  @Test
  void leadsAMergedSkillToItsTargetInSearchReadingAndRanking() throws Exception {
    var admin = Browserless.as("admin", port);
    var old = unique("Telex drafting");
    var code = added(admin, old);
    var record = Somebody.record();
    record.put(
        "skills",
        List.of(
            Map.of("skill", "legal-research", "level", 3, "verified", false),
            Map.of("skill", code, "level", 4, "verified", true)));
    var somebody = Somebody.of(record, importStaff, worker, port);
    var refused = admin.post(DESK + "skills/" + code + "/merger", "into", code);
    assertThat(refused.statusCode()).isEqualTo(422);
    admin.post(DESK + "skills/" + code + "/merger", "into", "legal-research");
    assertThat(catalogue.skills().current(code)).isEqualTo("legal-research");
    assertThat(catalogue.skills().name(code)).isEqualTo(catalogue.skills().name("legal-research"));
    assertThat(catalogue.skills().search(old, 3).getFirst().entry().code())
        .isEqualTo("legal-research");
    assertThat(catalogue.read("We need " + old + ".").mentions())
        .anyMatch(mention -> mention.code().equals("legal-research"));
    for (int i = 0; i < 100 && facts(somebody).contains(code); i++) {
      Thread.sleep(200);
    }
    assertThat(facts(somebody)).contains("legal-research").doesNotContain(code);
    assertThat(somebody.browser().page("/profile").select("[name=skills]").eachAttr("value"))
        .as("two that became one are one")
        .containsExactly("legal-research");
    assertThat(
            somebody
                .browser()
                .page("/profile")
                .select("[name=level-legal-research] [selected]")
                .val())
        .isEqualTo("4");
    assertThat(admin.page(DESK + "skills/" + code).text()).contains("Leads to");
    assertThat(
            admin.post(DESK + "skills/" + code + "/merger", "into", "cite-checking").statusCode())
        .as("leads elsewhere already")
        .isEqualTo(409);
  }

  private String facts(Somebody somebody) {
    return String.valueOf(
        worker
            .db()
            .sql(
                """
                select encode(facts, 'escape') from rankable where staff = :staff
                order by version desc limit 1
                """)
            .bind("staff", somebody.staff().value())
            .mapValue(String.class)
            .one()
            .block());
  }

  @Test
  void writesEachStepIntoTheTrail() {
    var admin = Browserless.as("admin", port);
    var name = unique("Wax sealing");
    var code = added(admin, name);
    admin.post(
        DESK + "skills/" + code, "name", name + "s", "group", "records", "synonyms", "sealing wax");
    var history =
        admin.page("/history/catalogue_entry/" + EditCatalogue.subject(ShelfName.SKILLS, code));
    assertThat(history.text()).contains("added “" + name + "”").contains("changed “" + name + "s”");
  }

  @Test
  void keepsWhatWasTypedWhenItCannotBeSaved() {
    var admin = Browserless.as("admin", port);
    var answer = admin.post(DESK + "software", "name", "A program", "group", "none such");
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("[name=name]").val()).isEqualTo("A program");
    assertThat(page.text()).contains("Choose one of the groups.").contains("Say who makes it");
    assertThat(admin.get(DESK + "hats").statusCode()).isEqualTo(404);
    assertThat(admin.get(DESK + "skills/no-such-skill").statusCode()).isEqualTo(404);
    assertThat(admin.post(DESK + "skills/no-such-skill/retirement").statusCode()).isEqualTo(404);
    assertThat(Browserless.as("finance", port).get(DESK + "skills").statusCode()).isEqualTo(403);
    assertThat(
            Browserless.as("sales-lead", port).post(DESK + "skills", "name", "Mine").statusCode())
        .isEqualTo(404);
  }
}
