package io.casewell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP byte by byte, for what no well-behaved client would send. */
public final class RawLine {
  private RawLine() {}

  /** Sends the text as it is and gives whatever came back until the other side fell silent. */
  public static String say(int port, String text) {
    return say(port, text, new byte[0], 0);
  }

  /** Sends the text, then these bytes again and again until so many were sent or nobody listens. */
  public static String say(int port, String text, byte[] more, long total) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 5_000);
      socket.setSoTimeout(15_000);
      var out = socket.getOutputStream();
      try {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        for (long sent = 0; sent < total; sent += more.length) {
          out.write(more);
        }
        out.flush();
      } catch (IOException closed) {
        // the other side has had enough; what it said first may still be read
      }
      return heard(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String heard(Socket socket) {
    var heard = new StringBuilder();
    try {
      var in = socket.getInputStream();
      var buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0 && heard.length() < 200_000; n = in.read(buffer)) {
        heard.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException reset) {
      // reset or silent: what was heard until then counts
    }
    return heard.toString();
  }

  /** The status of an answer, or 0 where the line went dead without one. */
  public static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
