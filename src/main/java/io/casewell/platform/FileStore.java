package io.casewell.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where the bytes of uploaded files lie. A key is 256 random bits in hex: nothing of a user's makes
 * part of a path. The methods block; only {@link StoredFiles} calls them.
 */
public interface FileStore {
  /** Keeps a copy of this file. It is safely on the disk before its key is given. */
  String keep(Path file) throws IOException;

  /** The bytes under this key, as a file to read from. */
  Path read(String key) throws IOException;

  /** Forgets the bytes under this key, if there are any. */
  void remove(String key) throws IOException;

  /** Names every key kept before this moment. */
  void keysBefore(Instant moment, Consumer<String> each) throws IOException;

  /** Takes away what was on its way in before this moment and never arrived. */
  void tidy(Instant moment) throws IOException;

  /** A folder for files on their way in, on the same disk. */
  Path workshop() throws IOException;
}
