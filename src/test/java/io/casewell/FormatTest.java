package io.casewell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every file stands as the formatter would write it. Run with {@code -Dformat.write} to have it
 * written so. A test, since a formatter inside Maven is held to the Java that Maven runs on.
 */
class FormatTest {
  private static final boolean WRITE = System.getProperty("format.write") != null;

  private final Formatter formatter = new Formatter(JavaFormatterOptions.builder().build());

  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    var wrong = new ArrayList<Path>();
    for (var file : files()) {
      var text = Files.readString(file);
      var formatted =
          formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
      if (!formatted.equals(text)) {
        wrong.add(file);
        if (WRITE) {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(WRITE ? List.of() : wrong)
        .as("files to format: mvn test -Dtest=FormatTest -Dformat.write")
        .isEmpty();
  }

  private static List<Path> files() throws IOException {
    try (var tree = Files.walk(Path.of("src"))) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
