package io.casewell.operations;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Cuts a stream into lines and lines into batches of at most 500 and about two megabytes, so that
 * memory stays bounded whatever is sent. A line that is too long is dropped as it comes in, and
 * only its number goes on.
 */
final class LineBatches {
  /** The most bytes of a line. */
  static final int LINE_MAX = 64 * 1024;

  private static final int BATCH_LINES = 500;
  private static final int BATCH_BYTES = 2 * 1024 * 1024;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
  private List<RawLine> batch = new ArrayList<>();
  private int batchBytes;
  private long number = 1;
  private boolean tooLong;
  private boolean begun;

  /** A line's bytes without its end; too long when they were dropped. */
  record RawLine(long number, byte[] bytes, boolean tooLong) {}

  private LineBatches() {}

  /** The batches of a body. */
  static Flux<List<RawLine>> of(Flux<DataBuffer> body) {
    return Flux.defer(() -> {
      var batches = new LineBatches();
      return body.concatMapIterable(batches::take)
          .concatWith(Flux.defer(() -> Flux.fromIterable(batches.rest())));
    });
  }

  /** The batches of lines that are already apart. */
  static Flux<List<RawLine>> ofLines(Flux<byte[]> lines) {
    return Flux.defer(() -> {
      var batches = new LineBatches();
      return lines
          .concatMapIterable(batches::takeLine)
          .concatWith(Flux.defer(() -> Flux.fromIterable(batches.rest())));
    });
  }

  private List<List<RawLine>> take(DataBuffer buffer) {
    var full = new ArrayList<List<RawLine>>();
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        append(bytes, from, i - from);
        endLine(full);
        from = i + 1;
      }
    }
    append(bytes, from, bytes.length - from);
    return full;
  }

  private List<List<RawLine>> takeLine(byte[] bytes) {
    var full = new ArrayList<List<RawLine>>();
    append(bytes, 0, bytes.length);
    endLine(full);
    return full;
  }

  private List<List<RawLine>> rest() {
    var full = new ArrayList<List<RawLine>>();
    if (line.size() > 0 || tooLong) {
      endLine(full);
    }
    if (!batch.isEmpty()) {
      full.add(batch);
    }
    return full;
  }

  private void append(byte[] bytes, int from, int length) {
    if (tooLong || line.size() + length > LINE_MAX + 1) {
      tooLong = tooLong || length > 0;
      line.reset();
    } else {
      line.write(bytes, from, length);
    }
  }

  private void endLine(List<List<RawLine>> full) {
    var bytes = withoutEnds(line.toByteArray());
    boolean dropped = tooLong || bytes.length > LINE_MAX;
    line.reset();
    tooLong = false;
    begun = true;
    if (dropped || !blank(bytes)) {
      batch.add(new RawLine(number, dropped ? new byte[0] : bytes, dropped));
      batchBytes += bytes.length;
    }
    number++;
    if (batch.size() == BATCH_LINES || batchBytes > BATCH_BYTES) {
      full.add(batch);
      batch = new ArrayList<>();
      batchBytes = 0;
    }
  }

  /** Without a carriage return at the end and a byte order mark at the very beginning. */
  private byte[] withoutEnds(byte[] bytes) {
    boolean mark =
        !begun
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int from = mark ? 3 : 0;
    int to = bytes.length;
    while (to > from && bytes[to - 1] == '\r') {
      to--;
    }
    return from == 0 && to == bytes.length ? bytes : java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
