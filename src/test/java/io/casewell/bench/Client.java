package io.casewell.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept alive, with as little work a request as can be. */
final class Client implements AutoCloseable {
  private final int port;
  private final byte[] request;
  private Socket socket;
  private InputStream in;

  Client(int port, String path, String cookie) throws IOException {
    this.port = port;
    this.request =
        ("GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: casewell=" + cookie + "\r\n")
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    connect();
  }

  private void connect() throws IOException {
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
  }

  /** Asks once and reads the whole answer; gives its status. */
  int ask() throws IOException {
    socket.getOutputStream().write(request);
    var status = line();
    int length = -1;
    boolean chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked) {
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2L);
      }
      line();
    } else {
      in.skipNBytes(Math.max(0, length));
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    var text = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
