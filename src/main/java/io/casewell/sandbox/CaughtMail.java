package io.casewell.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A mail the stand-in server took, which goes nowhere.
 *
 * @param id its place in the order of arrival
 * @param text the plain body, or empty
 * @param html the HTML body, or empty
 * @param raw as it came over the wire
 */
public record CaughtMail(
    int id,
    Instant at,
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    String raw) {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  /** A stretch of the plain body: words, or an address to follow. */
  public record Piece(String words, boolean link) {}

  static CaughtMail read(int id, Instant at, String from, List<String> to, byte[] raw) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      var subject = message.getSubject();
      return new CaughtMail(
          id,
          at,
          from,
          List.copyOf(to),
          subject == null ? "(no subject)" : subject,
          body(message, "text/plain"),
          body(message, "text/html"),
          new String(raw, StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("this is not a mail", e);
    }
  }

  private static String body(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = body(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** The plain body, cut at its links. */
  public List<Piece> pieces() {
    var pieces = new java.util.ArrayList<Piece>();
    var links = LINK.matcher(text);
    int end = 0;
    while (links.find()) {
      pieces.add(new Piece(text.substring(end, links.start()), false));
      pieces.add(new Piece(links.group(), true));
      end = links.end();
    }
    pieces.add(new Piece(text.substring(end), false));
    return pieces;
  }

  /** To whom, in words. */
  public String recipients() {
    return String.join(", ", to);
  }
}
