package io.casewell.notifications;

import io.casewell.platform.BaseUrl;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The one way out for mail. The client blocks, so each call has a virtual thread of its own. */
@Component
class MailGateway {
  private static final Scheduler VIRTUAL_THREADS =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "mail");
  private static final String UTF_8 = "UTF-8";

  private final JavaMailSender sender;
  private final String from;
  private final BaseUrl baseUrl;
  private final Clock clock;

  MailGateway(
      JavaMailSender sender,
      @Value("${casewell.mail.from}") String from,
      BaseUrl baseUrl,
      Clock clock) {
    this.sender = sender;
    this.from = from;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  /** Hands the mail to the server, to this one recipient; an error says why it did not take it. */
  Mono<Void> send(Mail mail, Letters.Written written) {
    return Mono.fromCallable(
            () -> {
              sender.send(message(mail, written));
              return true;
            })
        .subscribeOn(VIRTUAL_THREADS)
        .then();
  }

  private MimeMessage message(Mail mail, Letters.Written written) throws MessagingException {
    var message = sender.createMimeMessage();
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(written.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // the same at each try, so that a mail program shows a repeated one once
    message.setHeader("Message-ID", "<" + mail.id() + "@" + baseUrl.host() + ">");
    message.setHeader("Auto-Submitted", "auto-generated");
    // the last alternative is the one preferred (RFC 2046, 5.1.4)
    var bodies =
        new MimeMultipart(
            "alternative", body(written.text(), "plain"), body(written.html(), "html"));
    var invite = written.invite();
    message.setContent(invite == null ? bodies : with(invite, bodies));
    return message;
  }

  /**
   * The invite twice: beside the bodies, where calendars act by its method (RFC 6047), and as a
   * file for whoever opens it by hand.
   */
  private static MimeMultipart with(Invite invite, MimeMultipart bodies) throws MessagingException {
    var type = "text/calendar; charset=UTF-8; method=" + invite.method();
    bodies.addBodyPart(calendar(invite, type));
    var words = new MimeBodyPart();
    words.setContent(bodies);
    var file = calendar(invite, type + "; name=\"invite.ics\"");
    file.setFileName("invite.ics");
    file.setDisposition(MimeBodyPart.ATTACHMENT);
    return new MimeMultipart("mixed", words, file);
  }

  private static MimeBodyPart calendar(Invite invite, String type) throws MessagingException {
    var part = new MimeBodyPart();
    var bytes = invite.text().getBytes(StandardCharsets.UTF_8);
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static MimeBodyPart body(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }
}
