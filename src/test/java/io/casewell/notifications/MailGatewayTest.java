package io.casewell.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewell.CasewellTest;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.Ids;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What arrives at a real mail server. */
@CasewellTest
class MailGatewayTest {
  @Autowired Letters letters;
  @Autowired BaseUrl baseUrl;

  private GreenMail server;
  private MailGateway gateway;

  @BeforeEach
  void startAServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    gateway = gatewayTo(server.getSmtp().getPort());
  }

  private MailGateway gatewayTo(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "1000");
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
    return new MailGateway(sender, "no-reply@casewell.example", baseUrl, Clock.systemUTC());
  }

  @AfterEach
  void stopIt() {
    server.stop();
  }

  private static Mail invitation(String inviter, String place) {
    return new Mail(
        Ids.next(),
        "invitation",
        "sam@firm.example",
        Map.of(
            "invitation",
            Ids.next().toString(),
            "generation",
            "1",
            "inviter",
            inviter,
            "place",
            place,
            "roles",
            "owner"),
        1);
  }

  @Test
  void sendsTextAndHtmlToOneRecipient() throws Exception {
    var mail = invitation("Zoë & Sons", "Alder & Finch LLP");
    gateway.send(mail, letters.write(mail)).block();
    var got = server.getReceivedMessages();
    assertThat(got).hasSize(1);
    assertThat(got[0].getAllRecipients()).hasSize(1);
    assertThat(got[0].getHeader("Message-ID")[0]).contains(mail.id().toString());
    assertThat(got[0].getContentType()).startsWith("multipart/alternative");
    var parts = (MimeMultipart) got[0].getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    var text = String.valueOf(parts.getBodyPart(0).getContent());
    var html = String.valueOf(parts.getBodyPart(1).getContent());
    assertThat(text).contains("Zoë & Sons invites you to Alder & Finch LLP", "/invitations/");
    assertThat(html).contains("Zoë &amp; Sons").contains("Alder &amp; Finch LLP");
    assertThat(got[0].getSubject())
        .isEqualTo("Zoë & Sons invites you to Alder & Finch LLP on Casewell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Eve\r\nBcc: everybody@victim.example",
        "Eve\nTo: second@victim.example",
        "Eve\rX-Injected: yes",
        "Eve\u2028Bcc: x@victim.example",
        "Eve\u0000\r\n\r\nA body of my own",
        "Eve\u202Ewollahs"
      })
  void letsNoNameBecomeAHeader(String inviter) throws Exception {
    var mail = invitation(inviter, "Firm\r\nBcc: other@victim.example");
    gateway.send(mail, letters.write(mail)).block();
    var got = server.getReceivedMessages();
    assertThat(got).as("one message, to one person").hasSize(1);
    var message = got[0];
    assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
    assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
    assertThat(message.getHeader("X-Injected")).isNull();
    assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u2028", "\u202E").contains("Eve");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void showsMarkupInANameAsItStands() {
    var html = letters.write(invitation("<img src=x onerror=alert(1)>", "</td><script>")).html();
    assertThat(html).doesNotContain("<img src", "<script>").contains("&lt;img src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example, c@d.example",
        "\"a\"@b.example",
        "a b@c.example",
        "a@b",
        "<a@b.example>",
        "a@-b.example",
        ""
      })
  void takesOnePlainAddressOnly(String typed) {
    assertThat(EmailAddress.read(typed)).isEmpty();
  }

  @Test
  void takesThePlainOnes() {
    assertThat(EmailAddress.read("  o'neil+x@sub.firm-name.example "))
        .hasValue("o'neil+x@sub.firm-name.example");
  }

  @Test
  void saysWhyWhenNobodyListens() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    var mail = invitation("A", "B");
    var trouble =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> gatewayTo(closed).send(mail, letters.write(mail)).block(Duration.ofSeconds(10)));
    var verdict = Verdict.of(trouble);
    assertThat(verdict.forGood()).isFalse();
    assertThat(verdict.words()).isNotBlank();
  }

  @Test
  void refusesAKindNobodyWrites() {
    var unknown = new Mail(Ids.next(), "nothing", "a@b.example", Map.of(), 1);
    assertThatThrownBy(() -> letters.write(unknown)).isInstanceOf(IllegalStateException.class);
  }
}
