package io.casewell;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Sends single requests and follows nothing: what comes back first is what is looked at. Holds one
 * person's cookies or token and never changes them.
 */
public final class Probe {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final int port;
  private final String cookies;
  private final String bearer;
  private final String csrf;

  private Probe(int port, String cookies, String bearer, String csrf) {
    this.port = port;
    this.cookies = cookies;
    this.bearer = bearer;
    this.csrf = csrf;
  }

  /** Somebody with neither cookie nor token. */
  public static Probe nobody(int port) {
    return new Probe(port, "", "", "");
  }

  /** Somebody not signed in who holds a visitor's form token. */
  public static Probe visitor(int port) {
    return of(new Browserless(port), port);
  }

  /** Somebody signed in as this persona. */
  public static Probe as(String persona, int port) {
    return of(Browserless.as(persona, port), port);
  }

  /** Somebody the identity provider knows under this subject and Casewell does not. */
  public static Probe stranger(String subject, int port) {
    return of(strangerIn(new Browserless(port), subject), port);
  }

  /** Signs the subject in by the identity provider's own form. */
  public static Browserless strangerIn(Browserless browser, String subject) {
    var form = browser.get("/oauth2/authorization/sandbox?next=/home");
    var body = "username=" + encoded(subject) + "&claims=" + encoded("{\"name\":\"A Stranger\"}");
    var answer =
        browser.send(
            HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200 || !answer.uri().getPath().equals("/welcome")) {
      throw new AssertionError(subject + " did not get in: " + answer + "\n" + answer.body());
    }
    return browser;
  }

  /** What this browser holds right now. */
  public static Probe of(Browserless browser, int port) {
    var csrf = browser.token();
    var cookies =
        browser.cookies().getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().startsWith("casewell"))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return new Probe(port, cookies, "", csrf);
  }

  /** The session cookie's value in this browser, or empty. */
  public static String session(Browserless browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("casewell"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** A program with this persona's token, or without any where the persona can have none. */
  public static Probe program(String persona, int port) {
    var answer = nobody(port).send("POST", "/sandbox/personas/" + persona + "/token", "");
    var body = answer.body();
    var token =
        body.contains("\"token\"") ? body.replaceAll("(?s).*:\\s*\"([^\"]+)\".*", "$1") : "";
    return new Probe(port, "", token, "");
  }

  /** The same person with exactly this session cookie. */
  public static Probe withSession(String value, int port) {
    return new Probe(port, "casewell=" + value, "", "");
  }

  /** The cookies as a header. */
  public String cookies() {
    return cookies;
  }

  /** The form token that belongs to the cookies. */
  public String csrf() {
    return csrf;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Posts a form, with the person's own token. */
  public HttpResponse<String> post(String path, String form, String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/x-www-form-urlencoded";
    System.arraycopy(headers, 0, all, 2, headers.length);
    var token = "_csrf=" + encoded(csrf);
    return send("POST", path, form.isEmpty() ? token : token + "&" + form, all);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
