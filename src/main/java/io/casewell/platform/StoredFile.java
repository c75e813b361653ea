package io.casewell.platform;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A file somebody uploaded, checked and kept; its bytes lie in the {@link FileStore}.
 *
 * @param name as they called it, made harmless
 * @param kind told by its content
 * @param pages 1 for a picture
 */
public record StoredFile(UUID id, String name, FileKind kind, long bytes, int pages) {
  /** So many pages of a PDF are drawn beside a claim. */
  static final int SHOWN_PAGES = 5;

  /** Where it is served. */
  public String address() {
    return "/files/" + id;
  }

  /**
   * A picture of it, or of one of its pages.
   *
   * @param page from one
   */
  public record Picture(String address, int page, int pages) {
    /** What it shows, for whoever does not see it. */
    public String words(String document) {
      return pages == 1 ? document : document + ", page " + page + " of " + pages;
    }
  }

  /** How a page shows it: itself, or its first pages. */
  public List<Picture> pictures() {
    return kind.picture()
        ? List.of(new Picture(address(), 1, 1))
        : IntStream.rangeClosed(1, Math.min(pages, SHOWN_PAGES))
            .mapToObj(page -> new Picture(address() + "/pages/" + page, page, pages))
            .toList();
  }

  /** What it is, in words, e.g. "PDF, 2 pages, 340 kB". */
  public String words() {
    var size =
        bytes < 1_000_000
            ? Math.max(1, Math.round(bytes / 1000.0)) + " kB"
            : "%.1f MB".formatted(bytes / 1_000_000.0);
    var length = kind.picture() ? "" : pages == 1 ? ", 1 page" : ", " + pages + " pages";
    return kind.label() + length + ", " + size;
  }
}
