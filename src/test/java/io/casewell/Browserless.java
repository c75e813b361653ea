package io.casewell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A person at a browser without scripts: follows links, keeps cookies, posts forms with the token.
 */
public final class Browserless {
  static {
    // as in pom.xml, for a test that is started without it
    System.setProperty("jdk.httpclient.redirects.retrylimit", "12");
  }

  private final HttpClient client;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final String base;

  public Browserless(int port) {
    this.base = "http://localhost:" + port;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** Somebody signed in as this persona, through the real code flow. */
  public static Browserless as(String persona, int port) {
    var browser = new Browserless(port);
    var answer = browser.get("/sandbox/sign-in/" + persona);
    if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
      throw new AssertionError(persona + " did not get in: " + answer + "\n" + answer.body());
    }
    return browser;
  }

  public CookieManager cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  public Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  /** Posts name, value, name, value… with the page's own token. */
  public HttpResponse<String> post(String path, String... fields) {
    return post(path, List.of(fields), token(), new String[0]);
  }

  public HttpResponse<String> post(
      String path, List<String> fields, String token, String[] headers) {
    var body = new ArrayList<String>();
    body.add("_csrf=" + token);
    for (int i = 0; i < fields.size(); i += 2) {
      body.add(encoded(fields.get(i)) + "=" + encoded(fields.get(i + 1)));
    }
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
            .build());
  }

  /**
   * Posts a form with a file, its fields first; the name is sent as it is, whatever it holds.
   *
   * @param fields name, value, name, value…
   */
  public HttpResponse<String> upload(
      String path, String file, String fileName, byte[] content, String... fields) {
    var all = new ArrayList<>(List.of("_csrf", token()));
    all.addAll(List.of(fields));
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < all.size(); i += 2) {
      write(
          body,
          "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(all.get(i), all.get(i + 1)));
    }
    write(
        body,
        "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(file, fileName)
            + "Content-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(content);
    write(body, "\r\n--b--\r\n");
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The token that forms of this session carry, read off the sign-in page. */
  public String token() {
    var field = page("/sign-in").selectFirst("[name=_csrf]");
    if (field != null) {
      return field.val();
    }
    var holder = page("/sign-in").selectFirst("[hx-headers]");
    if (holder == null) {
      throw new AssertionError("no token on the page");
    }
    return holder.attr("hx-headers").replaceAll(".*\"X-CSRF-TOKEN\"\\s*:\\s*\"([^\"]*)\".*", "$1");
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    request.header("Accept", "text/html");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
