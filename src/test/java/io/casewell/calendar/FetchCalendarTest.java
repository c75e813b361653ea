package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewell.calendar.FetchCalendar.Failed;
import io.casewell.calendar.FetchCalendar.Fetched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class FetchCalendarTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/good",
        exchange -> {
          boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          answer(exchange, known ? 304 : 200, "BEGIN:VCALENDAR");
        });
    server.createContext(
        "/on",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/good");
          answer(exchange, 302, "");
        });
    server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(1_000_001)));
    server.createContext(
        "/slow",
        exchange -> {
          try {
            // longer than is waited for, but not after the test
            over.await(8, TimeUnit.SECONDS);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          answer(exchange, 200, "late");
        });
    server.start();
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    asked.incrementAndGet();
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 || status == 304 ? -1 : bytes.length);
    if (bytes.length > 0 && status != 304) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
  }

  private static Fetched fetched(FetchCalendar fetch, URI address, String tag) {
    var came = fetch.fetch(address, tag).block();
    assertThat(came).isNotNull();
    return java.util.Objects.requireNonNull(came);
  }

  private static FetchCalendar sandbox() {
    return new FetchCalendar(InetAddress::getAllByName, true);
  }

  @Test
  void fetchesAndAsksTheNextTimeWhetherItChanged() {
    assertThat(fetched(sandbox(), at("localhost", "/good"), ""))
        .isInstanceOfSatisfying(
            FetchCalendar.File.class,
            file -> {
              assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).startsWith("BEGIN");
              assertThat(file.tag()).isEqualTo("\"1\"");
            });
    assertThat(fetched(sandbox(), at("localhost", "/good"), "\"1\""))
        .isInstanceOf(FetchCalendar.Unchanged.class);
  }

  @Test
  void isLedNowhereElse() {
    assertThat(fetched(sandbox(), at("localhost", "/on"), ""))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.sentence()).contains("leads on"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void takesNoMoreThanAMegabyte() {
    assertThat(fetched(sandbox(), at("localhost", "/large"), ""))
        .isEqualTo(new Failed("That calendar is larger than 1 MB."));
  }

  @Test
  void waitsFiveSecondsAtMost() {
    long begun = System.nanoTime();
    assertThat(fetched(sandbox(), at("localhost", "/slow"), "")).isInstanceOf(Failed.class);
    assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(4_000L, 7_000L);
  }

  /** Whatever is typed for the machine itself: the server would answer, and is never asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "localhost.",
        "2130706433",
        "0x7f.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "[::]",
        "rebound.example",
        "mixed.example"
      })
  void neverConnectsInside(String host) {
    var fetch = new FetchCalendar(FetchCalendarTest::faked, false);
    assertThat(fetched(fetch, at(host, "/good"), ""))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.sentence()).contains("could not reach"));
    assertThat(asked).hasValue(0);
  }

  private static InetAddress[] faked(String host) throws UnknownHostException {
    return switch (host) {
      case "rebound.example" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      case "mixed.example" ->
          new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.getLoopbackAddress()};
      default -> InetAddress.getAllByName(host);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:a9fe:a9fe",
        "::169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "::ffff:0:a9fe:a9fe",
        "2002:a9fe:a9fe::",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "fc00::1",
        "fd00::1",
        "fe80::1",
        "ff02::1",
        "100::1"
      })
  void knowsWhatIsInside(String address) {
    assertThat(OpenAddresses.open(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "198.17.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::200e"
      })
  void knowsWhatIsOpen(String address) {
    assertThat(OpenAddresses.open(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://a.example/",
        "jar:http://a.example!/",
        "ftp://a.example/",
        "https://user@a.example/",
        "https://a.example:5432/",
        "http://a.example:443/",
        "http://127\u30020\u30020\u30021/",
        "https:///x",
        "https://a b.example/",
        "a.example",
        "javascript:alert(1)",
        ""
      })
  void refusesAnAddressThatIsNotOneOfACalendar(String typed) {
    assertThat(new FetchCalendar(FetchCalendarTest::faked, false).address(typed)).isEmpty();
  }

  @Test
  void takesAnAddressAsCalendarsGiveThem() {
    var fetch = new FetchCalendar(FetchCalendarTest::faked, false);
    assertThat(fetch.address(" webcal://a.example/x.ics "))
        .contains(URI.create("https://a.example/x.ics"));
    assertThat(fetch.address("https://a.example:443/x?y=z")).isPresent();
  }
}
