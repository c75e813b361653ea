package io.casewell.sandbox;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for a mail server: it speaks SMTP (RFC 5321) on the loopback address, keeps what it is
 * handed in memory and passes nothing on. On request it behaves badly, as real ones do.
 */
final class StandInMailServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandInMailServer.class);
  private static final int KEPT = 500;
  private static final int LONGEST = 5 * 1024 * 1024;

  /** How it behaves. */
  enum Mood {
    FINE("Takes everything"),
    BUSY("Busy: asks to come back later (451)"),
    REFUSES("Refuses every recipient for good (550)"),
    SILENT("Takes the connection and says nothing");

    private final String label;

    Mood(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private final ServerSocket door;
  private final Clock clock;
  private final Deque<CaughtMail> caught = new ConcurrentLinkedDeque<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.FINE;

  private StandInMailServer(ServerSocket door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** Starts on this port of the loopback address; 0 takes a free one. */
  static StandInMailServer start(int port, Clock clock) {
    try {
      var door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      var server = new StandInMailServer(door, clock);
      Thread.ofVirtual().name("stand-in mail server").start(server::listen);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the stand-in mail server does not start", e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  Mood mood() {
    return mood;
  }

  void behave(Mood now) {
    mood = now;
  }

  /** What it took, newest first. */
  List<CaughtMail> caught() {
    return List.copyOf(caught);
  }

  Optional<CaughtMail> find(int id) {
    return caught.stream().filter(mail -> mail.id() == id).findFirst();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var socket : open) {
      socket.close();
    }
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        Thread.ofVirtual().name("stand-in mail").start(() -> serve(socket));
      } catch (IOException e) {
        if (!door.isClosed()) {
          LOG.warn("the stand-in mail server could not take a connection", e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      socket.setSoTimeout(60_000);
      new Talk(socket).run();
    } catch (IOException e) {
      LOG.debug("a mail client went away: {}", e.toString());
    } finally {
      open.remove(socket);
    }
  }

  /** One client's conversation. */
  private final class Talk {
    private final BufferedReader in;
    private final OutputStream out;
    private String from = "";
    private final List<String> to = new ArrayList<>();

    Talk(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      if (mood == Mood.SILENT) {
        in.readLine();
        return;
      }
      say("220 sandbox.example stand-in mail server, passes nothing on");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var verb = line.length() < 4 ? line : line.substring(0, 4);
        switch (verb.toUpperCase(Locale.ROOT)) {
          case "EHLO", "HELO" -> say("250 sandbox.example");
          case "MAIL" -> sender(line);
          case "RCPT" -> recipient(line);
          case "DATA" -> data();
          case "RSET" -> reset();
          case "NOOP" -> say("250 fine");
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("502 not known here");
        }
      }
    }

    private void say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    private void reset() throws IOException {
      from = "";
      to.clear();
      say("250 forgotten");
    }

    private void sender(String line) throws IOException {
      from = address(line);
      to.clear();
      say("250 go on");
    }

    private void recipient(String line) throws IOException {
      switch (mood) {
        case REFUSES -> say("550 5.1.1 nobody of that name here (stand-in, on request)");
        case BUSY -> say("451 4.3.0 too busy, come back later (stand-in, on request)");
        default -> {
          to.add(address(line));
          say("250 go on");
        }
      }
    }

    private static String address(String line) {
      int start = line.indexOf('<');
      int end = line.indexOf('>', start);
      return start < 0 || end < 0 ? "" : line.substring(start + 1, end);
    }

    private void data() throws IOException {
      if (to.isEmpty()) {
        say("503 to whom?");
        return;
      }
      say("354 end with a single dot");
      var raw = new ByteArrayOutputStream();
      for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        // a leading dot was doubled on the way (RFC 5321, 4.5.2)
        var plain = line.startsWith(".") ? line.substring(1) : line;
        if (raw.size() < LONGEST) {
          raw.write((plain + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      if (raw.size() >= LONGEST) {
        say("552 too long");
        return;
      }
      keep(raw.toByteArray());
      say("250 taken");
    }

    private void keep(byte[] raw) {
      caught.addFirst(CaughtMail.read(count.incrementAndGet(), clock.instant(), from, to, raw));
      while (caught.size() > KEPT) {
        caught.pollLast();
      }
    }
  }
}
