package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.SampleFiles;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A claim and its document, as their holder and everybody else meet them. */
@CasewellTest
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class DocumentsTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody me;
  private String id = "";

  @BeforeEach
  void claim() {
    var record = Somebody.record();
    record.put("credentials", List.of(Map.of("code", "NFPA-RP", "number", "N-4711")));
    me = Somebody.of(record, importStaff, worker, port);
    id = String.valueOf(one("select id::text from credential where staff = :staff"));
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

  private String state() {
    return one("select state from credential where staff = :staff");
  }

  private java.net.http.HttpResponse<String> send(String name, byte[] content) {
    return me.browser()
        .upload("/profile/credentials/" + id + "/document", "document", name, content);
  }

  private String address() {
    return me.browser().page("/profile").select(".cw-document a").attr("href");
  }

  @Test
  void sendsAClaimToReview() {
    assertThat(send("Certificate 2024.png", SampleFiles.png()).body())
        .contains("Sent. We check the document", "In review", "Certificate 2024.png");
    assertThat(state()).isEqualTo("in review");
    assertThat(one("select type from outbox where aggregate = '" + id + "' and :staff is not null"))
        .isEqualTo("CredentialSubmitted");
    assertThat(
            one(
                "select what from audit_event where subject_kind = 'credential' and staff ="
                    + " :staff"))
        .isEqualTo("document submitted");
    // while nobody has decided, a better one takes its place, and the first is gone
    var first = address();
    assertThat(send("better.pdf", SampleFiles.pdf(2)).body()).contains("better.pdf", "2 pages");
    assertThat(me.browser().get(first).statusCode()).isEqualTo(404);
    assertThat(one("select count(*)::text from stored_file where staff = :staff")).isEqualTo("1");
  }

  @Test
  void addsAClaimWithItsDocument() {
    var answer =
        me.browser()
            .upload(
                "/profile/credentials",
                "document",
                "cp.jpg",
                SampleFiles.photograph(300, 200),
                "code",
                "NALA-CP",
                "number",
                "12");
    assertThat(answer.body()).contains("Added. We check the document");
    assertThat(one("select state from credential where staff = :staff and code = 'NALA-CP'"))
        .isEqualTo("in review");
    var refused =
        me.browser()
            .upload(
                "/profile/credentials",
                "document",
                "x.png",
                SampleFiles.ascii("<svg onload=alert(1)>"),
                "code",
                "NALS-PP",
                "number",
                "13");
    assertThat(refused.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(refused.body());
    assertThat(page.select("#new-document-error").text()).contains("Send a PDF, a JPEG or a PNG");
    assertThat(page.select("#new-number").val()).isEqualTo("13");
    assertThat(
            one("select count(*)::text from credential where staff = :staff and code = 'NALS-PP'"))
        .as("nothing half done")
        .isEqualTo("0");
  }

  @Test
  void servesADocumentAsADownloadThatCanDoNothing() {
    send("Zeugnis \u00fc.png", SampleFiles.png());
    var answer = me.browser().get(address());
    assertThat(answer.statusCode()).isEqualTo(200);
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("image/png");
    assertThat(headers.firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"Zeugnis u.png\"; filename*=UTF-8''Zeugnis%20%C3%BC.png");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox", "default-src 'none'");
    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
  }

  @Test
  void showsADocumentToItsOwnerAndAdministratorsOnly() {
    send("mine.pdf", SampleFiles.pdf(1));
    var address = address();
    var other = Somebody.of(Somebody.record(), importStaff, worker, port);
    assertThat(other.browser().get(address).statusCode()).isEqualTo(404);
    assertThat(other.browser().get(address, "HX-Request", "true").statusCode()).isEqualTo(404);
    for (var persona : List.of("firm-owner", "rival-owner", "paralegal", "sales-lead")) {
      assertThat(Browserless.as(persona, port).get(address).statusCode())
          .as(persona)
          .isEqualTo(404);
    }
    assertThat(Browserless.as("finance", port).get(address).statusCode()).isEqualTo(403);
    assertThat(Browserless.as("admin", port).get(address).statusCode()).isEqualTo(200);
    assertThat(Probe.nobody(port).get(address).statusCode()).isEqualTo(302);
    // and what is somebody else's cannot be sent to
    var theirs =
        other
            .browser()
            .upload(
                "/profile/credentials/" + id + "/document", "document", "a.png", SampleFiles.png());
    assertThat(theirs.statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhyAFileIsNotTaken() {
    for (var lie :
        List.of(
            SampleFiles.ascii("<!doctype html><script>alert(1)</script>"),
            SampleFiles.ascii("PK\u0003\u0004" + "0".repeat(200)),
            SampleFiles.pngSaying(30_000, 30_000),
            SampleFiles.pdf(61),
            new byte[10_000_001],
            new byte[0])) {
      var answer = send("certificate.pdf.png", lie);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(answer.body()).select("#document-" + id + "-document-error").text())
          .hasSizeGreaterThan(20);
      assertThat(state()).isEqualTo("claimed");
    }
    assertThat(one("select count(*)::text from stored_file where staff = :staff")).isEqualTo("0");
    assertThat(send("large.png", new byte[17_000_000]).statusCode()).isEqualTo(413);
    assertThat(me.browser().post("/profile/credentials/" + id + "/document").statusCode())
        .as("no file at all")
        .isEqualTo(422);
  }

  @Test
  void keepsNothingOfAHostileNameButItsLetters() {
    for (var name :
        List.of(
            "../../etc/passwd",
            "..%2f..%2fx.png",
            "CON",
            "\u202Egnp.exe",
            "n".repeat(4000) + ".png",
            "<img src=x onerror=alert(1)>.png")) {
      assertThat(send(name, SampleFiles.png()).statusCode()).as(name).isEqualTo(200);
      var shown = me.browser().page("/profile").select(".cw-document");
      assertThat(shown.select("img, script")).isEmpty();
      assertThat(me.browser().get(address()).headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"")
          .doesNotContain("..")
          .doesNotContain("\n")
          .doesNotContain("exe.");
    }
    assertThat(one("select string_agg(key, '') from stored_file where staff = :staff"))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void refusesAFileWithoutTheSessionsToken() {
    var request =
        me.browser()
            .request("/profile/credentials/" + id + "/document")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "--b\r\nContent-Disposition: form-data; name=\"document\";"
                        + " filename=\"a.png\"\r\n\r\nx\r\n--b--\r\n"))
            .build();
    assertThat(me.browser().send(request).statusCode()).isEqualTo(403);
    assertThat(state()).isEqualTo("claimed");
  }

  @Test
  void takesNoDocumentForWhatIsVerified() {
    worker
        .db()
        .sql("update credential set state = 'in review', submitted_at = now() where id = :id")
        .bind("id", java.util.UUID.fromString(id))
        .then()
        .then(
            worker
                .db()
                .sql("update credential set state = 'verified' where id = :id")
                .bind("id", java.util.UUID.fromString(id))
                .then())
        .block();
    assertThat(send("again.png", SampleFiles.png()).statusCode()).isEqualTo(409);
    assertThat(state()).isEqualTo("verified");
  }

  @Test
  void writesNeitherNumberNorContentIntoTheLog(CapturedOutput output) {
    var text = SampleFiles.ascii("SSN 123-45-6789 in no known kind of file");
    send("Private-Name-Of-A-File.pdf", text);
    send("ok.png", SampleFiles.png());
    me.browser()
        .post("/profile/credentials", "code", "NALA-CP", "number", "Number-That-Is-Private");
    assertThat(output.getAll())
        .doesNotContain("123-45-6789")
        .doesNotContain("Private-Name")
        .doesNotContain("N-4711")
        .doesNotContain("Number-That-Is-Private");
  }
}
