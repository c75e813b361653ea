package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Administrator;
import io.casewell.CasewellTest;
import io.casewell.SampleFiles;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A skill is confirmed by a sample of work, and by nobody's own word. */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class SkillSamplesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody me;
  private Administrator admin;

  @BeforeEach
  void claim() {
    var record = Somebody.record();
    record.put(
        "skills",
        List.of(
            Map.of("skill", "legal-research", "level", 4, "verified", false),
            Map.of("skill", "cite-checking", "level", 3, "verified", true)));
    me = Somebody.of(record, importStaff, worker, port);
    admin = Administrator.of("Ruth Reviewer", worker, port);
  }

  private String one(String sql) {
    return worker
        .db()
        .sql(sql)
        .bind("staff", me.staff().value())
        .mapValue(String.class)
        .one()
        .blockOptional()
        .orElse("");
  }

  private java.net.http.HttpResponse<String> send(String skill, byte[] file, String... more) {
    var fields =
        new java.util.ArrayList<>(List.of("skill", skill, "about", "A memo on venue, two pages."));
    fields.addAll(List.of(more));
    return me.browser()
        .upload("/skills", "document", "memo.pdf", file, fields.toArray(String[]::new));
  }

  private String sample() {
    return one("select id::text from skill_sample where staff = :staff");
  }

  private String held() {
    return Profile.of(one("select profile::text from staff where id = :staff")).skills().toString();
  }

  @Test
  void confirmsASkillUpToTheLevelTheSampleShows() {
    assertThat(me.browser().page("/skills").text()).contains("Not verified");
    assertThat(send("legal-research", SampleFiles.pdf(2), "clean", "yes").body())
        .contains("Sent. A reviewer reads it");
    var again = send("legal-research", SampleFiles.pdf(1), "clean", "yes");
    assertThat(again.statusCode()).as("one waits already").isEqualTo(409);
    assertThat(one("select count(*)::text from stored_file where staff = :staff")).isEqualTo("1");

    var page = admin.browser().page("/operations/vetting/samples/" + sample());
    assertThat(page.text()).contains("A memo on venue, two pages.", "4 · Advanced");
    assertThat(page.select("img")).as("both pages are shown").hasSize(2);
    var picture = page.selectFirst("img");
    assertThat(admin.browser().get(picture == null ? "" : picture.attr("src")).statusCode())
        .isEqualTo(200);
    var facts = one("select count(*)::text from rankable where staff = :staff");
    var path = "/operations/vetting/samples/" + sample() + "/review";
    assertThat(admin.browser().post(path, "level", "3", "words", "").statusCode()).isEqualTo(422);
    assertThat(admin.browser().post(path, "level", "6", "words", "x").statusCode()).isEqualTo(422);
    var done = admin.browser().post(path, "level", "3", "words", "Sound, but the cites are long.");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(held())
        .contains("HeldSkill[skill=legal-research, level=3, verified=true]")
        .contains("HeldSkill[skill=cite-checking, level=3, verified=true]");
    assertThat(one("select count(*)::text from rankable where staff = :staff"))
        .isEqualTo(String.valueOf(Integer.parseInt(facts) + 1));
    assertThat(one("select level || ' ' || words from skill_confirmation where staff = :staff"))
        .isEqualTo("3 Sound, but the cites are long.");
    assertThat(me.browser().page("/skills").text()).contains("Sound, but the cites are long.");
    assertThat(admin.browser().post(path, "level", "5", "words", "again").statusCode())
        .as("reviewed already")
        .isEqualTo(409);
    assertThat(
            one(
                """
                select string_agg(type || ' ' || version, ', ' order by version) from outbox
                where aggregate_kind = 'skill sample'
                  and aggregate = (select id from skill_sample where staff = :staff)
                """))
        .isEqualTo("SkillSampleSent 1, SkillConfirmed 2");
  }

  @Test
  void declinesWithWordsThatAreRead() {
    send("legal-research", SampleFiles.pdf(1), "clean", "yes");
    admin
        .browser()
        .post(
            "/operations/vetting/samples/" + sample() + "/review",
            "level",
            "none",
            "words",
            "This is a form letter.");
    assertThat(held()).contains("HeldSkill[skill=legal-research, level=4, verified=false]");
    assertThat(me.browser().page("/skills").text())
        .contains("not confirmed", "This is a form letter.");
    assertThat(send("legal-research", SampleFiles.pdf(1), "clean", "yes").statusCode())
        .as("another may be sent")
        .isEqualTo(200);
  }

  @Test
  void takesNoSampleThatIsUnfitOrForASkillNotHeld() {
    var careless = send("legal-research", SampleFiles.pdf(1));
    assertThat(careless.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(careless.body()).select("#f-about").text())
        .isEqualTo("A memo on venue, two pages.");
    assertThat(send("legal-research", SampleFiles.ascii("MZ exe"), "clean", "yes").statusCode())
        .isEqualTo(422);
    assertThat(send("trial-preparation", SampleFiles.pdf(1), "clean", "yes").statusCode())
        .as("not in the profile")
        .isEqualTo(404);
    assertThat(send("cite-checking", SampleFiles.pdf(1), "clean", "yes").statusCode())
        .as("verified already")
        .isEqualTo(409);
    assertThat(one("select count(*)::text from stored_file where staff = :staff")).isEqualTo("0");
  }
}
