package io.casewell.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps files in a folder of the machine, two levels deep. A file is written beside its place,
 * forced to the disk and then moved there, so that a key never names half a file.
 */
@Component
class LocalDisk implements FileStore {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  LocalDisk(@Value("${casewell.files}") String folder) {
    this.folder = Path.of(folder).toAbsolutePath();
  }

  @Override
  public String keep(Path file) throws IOException {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var key = HexFormat.of().formatHex(bytes);
    var shelf = Files.createDirectories(shelf(key));
    var beside = workshop().resolve(key);
    Files.copy(file, beside);
    force(beside, StandardOpenOption.WRITE);
    Files.move(beside, place(key), StandardCopyOption.ATOMIC_MOVE);
    // the name is in the folder, which has a page of its own on the disk
    force(shelf, StandardOpenOption.READ);
    return key;
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  @Override
  public Path read(String key) throws IOException {
    var place = place(key);
    if (!Files.isRegularFile(place)) {
      throw new NoSuchFileException("no file under the key of this row");
    }
    return place;
  }

  @Override
  public void remove(String key) throws IOException {
    Files.deleteIfExists(place(key));
  }

  @Override
  public void keysBefore(Instant moment, Consumer<String> each) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var all = Files.walk(folder, 2)) {
      all.filter(path -> KEY.matcher(name(path)).matches())
          .filter(path -> writtenBefore(path, moment))
          .forEach(path -> each.accept(name(path)));
    }
  }

  private static boolean writtenBefore(Path path, Instant moment) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(moment);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void tidy(Instant moment) throws IOException {
    try (var left = Files.list(workshop())) {
      for (var path : left.filter(one -> writtenBefore(one, moment)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public Path workshop() throws IOException {
    return Files.createDirectories(folder.resolve("incoming"));
  }

  private Path place(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key of the file store");
    }
    return shelf(key).resolve(key);
  }

  private Path shelf(String key) {
    return folder.resolve(key.substring(0, 2));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
