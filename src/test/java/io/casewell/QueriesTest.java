package io.casewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A connection answers one question at a time. Whoever asks more for each row while the rows still
 * come waits for ever as soon as there are more rows than are read ahead.
 */
class QueriesTest {
  private static final Pattern ASKS_WHILE_READING =
      Pattern.compile(
          "\\.all\\(\\)\\s*(//[^\\n]*\\s*)*"
              + "\\.(concatMap|flatMap|flatMapSequential|delayUntil|filterWhen|buffer)\\(");

  @Test
  void readRowsBeforeMoreIsAskedForEach() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .noneMatch(file -> ASKS_WHILE_READING.matcher(text(file)).find());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
