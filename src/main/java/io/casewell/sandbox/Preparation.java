package io.casewell.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How far the sandbox is in filling its marketplace. Once filled it says so beside the data, so
 * that the next start has nothing to wait for; a reset takes that away with the data.
 */
@Component
@Profile("sandbox")
class Preparation {
  private final Path mark;
  private volatile boolean ready;
  private volatile Step step = new Step("Opening the doors", 0, 1);

  /** What it is at: so much of how much. */
  record Step(String words, int done, int of) {}

  Preparation(
      @Value("${sandbox.data:data}") String folder,
      @Value("${sandbox.staff:240}") int staff,
      EmbeddedDatabase afterAReset) {
    this.mark = Path.of(folder).toAbsolutePath().resolve("postgresql").resolve("casewell-sample");
    this.ready = filled() >= staff;
  }

  private int filled() {
    try {
      return Files.exists(mark) ? Integer.parseInt(Files.readString(mark).strip()) : -1;
    } catch (IOException | NumberFormatException _) {
      // unreadable is as good as absent: the filling finds everything there and marks it again
      return -1;
    }
  }

  /** Whether visitors may come in. */
  boolean ready() {
    return ready;
  }

  Step step() {
    return step;
  }

  void at(String words, int done, int of) {
    step = new Step(words, done, of);
  }

  /** Everything is there, so many staff among it. */
  void finished(int staff) {
    try {
      Files.writeString(mark, Integer.toString(Math.max(staff, filled())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ready = true;
  }
}
