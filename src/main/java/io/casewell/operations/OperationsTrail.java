package io.casewell.operations;

import io.casewell.platform.TrailWords;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operations did on a large scale, in words. */
@Component
class OperationsTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of(
        "staff_import", "Staff import",
        "outbox", "Outbox",
        "job", "Job",
        "legal_hold", "Legal hold",
        "support_request", "Request for help");
  }

  private static String reason(Step step) {
    return step.after().path("reason").asString("");
  }

  @Override
  public @Nullable String address(String kind, UUID subject) {
    return kind.equals("support_request") ? "/operations/support/" + subject : null;
  }

  @Override
  public Optional<Said> say(Step step) {
    var after = step.after();
    return switch (step.what()) {
      case "event retried" -> TrailWords.said("had an event delivered now.", "arrow");
      case "failed events retried" ->
          TrailWords.said("had every failed event delivered now.", "arrow");
      case "run now" ->
          TrailWords.said("had “" + after.path("job").asString("") + "” run now.", "arrow");
      case "batch written" ->
          TrailWords.said(
              "imported lines %d to %d: %d created, %d updated, %d unchanged, %d rejected."
                  .formatted(
                      after.path("firstLine").asLong(0),
                      after.path("lastLine").asLong(0),
                      after.path("created").asLong(0),
                      after.path("updated").asLong(0),
                      after.path("unchanged").asLong(0),
                      after.path("rejected").asLong(0)),
              "upload");
      case "held" -> TrailWords.said("began a legal hold: " + reason(step), "shield");
      case "lifted" -> TrailWords.said("lifted a legal hold: " + reason(step), "shield");
      case "asked" ->
          TrailWords.said("asked for help from " + after.path("page").asString("/") + ".", "help");
      case "went on" -> TrailWords.said("said more.", "help");
      case "answered" -> TrailWords.said("answered.", "check");
      case "closed" -> TrailWords.said("closed the request.", "x");
      case "opened again" -> TrailWords.said("opened the request again.", "help");
      default -> Optional.empty();
    };
  }
}
