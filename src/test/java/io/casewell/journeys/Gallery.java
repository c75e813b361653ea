package io.casewell.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes a picture of every page of the matrix, light and dark, wide and narrow, into {@code
 * target/gallery}, to be looked at through its index.html. Run by name; its own is not a test's, so
 * that the suite passes it by.
 */
class Gallery extends JourneyTest {
  private static final Path OUT = Path.of("target", "gallery");
  private static final List<Integer> WIDTHS = List.of(1440, 360);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  @Autowired Worker worker;

  @Test
  void everyPageHasItsPictures() throws IOException {
    Files.createDirectories(OUT);
    var walk = Walk.through(worker);
    var wrong = new ArrayList<>(walk.mistakes());
    var index = new StringBuilder(HEAD);
    for (var stop : walk.stops()) {
      var page = windowOf(stop.who());
      index.append("<h2>%s</h2>\n<p>%s</p>\n<div>".formatted(stop.name(), stop.address()));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        wrong.addAll(Visit.open(page, stop));
        for (var scheme : SCHEMES) {
          index.append(picture(page, stop, width, scheme));
        }
      }
      index.append("</div>\n");
    }
    Files.writeString(OUT.resolve("index.html"), index);
    assertThat(wrong).isEmpty();
  }

  private static String picture(Page page, Walk.Stop stop, int width, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    Visit.settle(page);
    var theme = scheme.name().toLowerCase(Locale.ROOT);
    var file = "%s.%d.%s.png".formatted(stop.name(), width, theme);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setCaret(ScreenshotCaret.INITIAL)
            // the other theme's colours fade away for a moment
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(OUT.resolve(file)));
    return "<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$d px, %3$s\" width=\"%4$d\"></a>"
        .formatted(file, width, theme, width / 3);
  }

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><meta charset="utf-8"><title>Every page of Casewell</title>
      <style>body { font: 15px system-ui; background: #888 } div { display: flex; gap: 8px;
      align-items: flex-start } img { max-height: 1600px; object-fit: cover; object-position: top }</style>
      <h1>Every page, light and dark, wide and narrow</h1>
      """;
}
