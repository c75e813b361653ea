package io.casewell.talent;

import io.casewell.platform.Form;
import io.casewell.platform.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the vetting queue is looked at.
 *
 * @param code only this certification, or empty
 * @param name the beginning of the person's name, or empty
 * @param after the last row of the page before, or null
 */
record VettingQuery(View view, String code, String name, @Nullable Place after) {
  private static final int NAME_MAX = 100;
  private static final Pattern PLACE = Pattern.compile("(-?\\d{1,17})\\.([0-9a-f-]{36})");

  /** The shelves of the queue. */
  enum View {
    WAITING("waiting", "Waiting", true),
    SECOND_LOOK("second-look", "Second look", true),
    VERIFIED("verified", "Verified", false),
    REJECTED("rejected", "Rejected", false),
    EXPIRED("expired", "Expired", false);

    private final String word;
    private final String label;
    private final boolean open;

    View(String word, String label, boolean open) {
      this.word = word;
      this.label = label;
      this.open = open;
    }

    String word() {
      return word;
    }

    String label() {
      return label;
    }

    /** Whether these wait for a decision: oldest first; the others newest first. */
    boolean open() {
      return open;
    }

    static View of(String word) {
      for (var view : values()) {
        if (view.word.equals(word)) {
          return view;
        }
      }
      return WAITING;
    }
  }

  /** A row's place in the order: its moment and its id. */
  record Place(Instant at, UUID id) {
    static @Nullable Place of(String text) {
      var parts = PLACE.matcher(text);
      if (!parts.matches()) {
        return null;
      }
      try {
        return new Place(
            Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
            UUID.fromString(parts.group(2)));
      } catch (IllegalArgumentException _) {
        throw Refusal.notFound();
      }
    }

    String text() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }
  }

  static VettingQuery of(Form query) {
    var name = query.text("q");
    return new VettingQuery(
        View.of(query.text("view")),
        query.text("code"),
        name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name,
        Place.of(query.text("after")));
  }

  /** The address of the same part of the queue, from its beginning or after this place. */
  String address(@Nullable Place place) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("view", view.word());
    fields.put("code", code);
    fields.put("q", name);
    fields.put("after", place == null ? "" : place.text());
    return "/operations/vetting?" + encoded(fields);
  }

  private static String encoded(Map<String, String> fields) {
    var text = new StringBuilder();
    fields.forEach((field, value) -> {
      if (!value.isEmpty()) {
        text.append(text.isEmpty() ? "" : "&")
            .append(field)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    });
    return text.toString();
  }
}
