package io.casewell.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The style sheet, scripts and pictures, joined and compressed once at start. Each is served under
 * a name that carries its content's hash, so a browser may keep it for ever.
 */
@Component
public class Assets {
  private static final String JARS = "META-INF/resources/webjars/";

  /** What each served file is joined from. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "casewell.css",
          List.of(JARS + "tabler__core/1.4.0/dist/css/tabler.min.css", "static/casewell.css"),
          "casewell.js",
          List.of(JARS + "htmx.org/2.0.10/dist/htmx.min.js", "static/casewell.js"),
          "logo.svg",
          List.of("static/logo.svg"));

  private static final Map<String, String> TYPES =
      Map.of(
          "css",
          "text/css;charset=UTF-8",
          "js",
          "text/javascript;charset=UTF-8",
          "svg",
          "image/svg+xml");

  private final Map<String, String> urls = new LinkedHashMap<>();
  private final Map<String, Asset> byFile = new LinkedHashMap<>();

  /**
   * One served file.
   *
   * @param type its media type
   * @param gzip its bytes, compressed
   */
  public record Asset(String type, byte[] gzip) {}

  Assets() {
    PARTS.forEach(this::add);
  }

  /** The address to name in a page. */
  public String url(String name) {
    var url = urls.get(name);
    if (url == null) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return url;
  }

  /** The file behind the last part of an address, or null. */
  public @Nullable Asset file(String file) {
    return byFile.get(file);
  }

  private void add(String name, List<String> parts) {
    var plain = joined(parts);
    int dot = name.lastIndexOf('.');
    var file = name.substring(0, dot) + "-" + hash(plain) + name.substring(dot);
    urls.put(name, "/assets/" + file);
    byFile.put(file, new Asset(typeOf(name.substring(dot + 1)), gzip(plain)));
  }

  private static String typeOf(String ending) {
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static byte[] joined(List<String> parts) {
    var all = new ByteArrayOutputStream();
    try {
      for (var part : parts) {
        try (var in = new ClassPathResource(part).getInputStream()) {
          in.transferTo(all);
          all.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String hash(byte[] plain) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
