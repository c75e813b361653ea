package io.casewell.calendar;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A date's own hours as text, as {@code date_override.windows} keeps them: [["14:00","18:00"]]. */
public final class DateWindows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DateWindows() {}

  /** As JSON. */
  public static String json(List<Span> windows) {
    return JSON.writeValueAsString(
        windows.stream()
            .map(span ->
                List.of(
                    HoursText.clock(span.start()),
                    HoursText.clock(span.end() > Span.DAY ? span.end() - Span.DAY : span.end())))
            .toList());
  }

  /** Out of JSON; refuses what {@link #json} would not write. */
  public static List<Span> of(String json) {
    return of(JSON.readTree(json));
  }

  static List<Span> of(JsonNode windows) {
    var spans = new ArrayList<Span>();
    for (var window : windows) {
      spans.add(Span.of(minute(window.get(0)), minute(window.get(1))));
    }
    return spans;
  }

  private static int minute(JsonNode node) {
    return HoursText.minute(node.asString(""))
        .orElseThrow(() -> new IllegalArgumentException("not a wall clock: " + node));
  }
}
