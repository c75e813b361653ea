package io.casewell.platform;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which way up a photograph is: the one note of its EXIF data that is heeded before all of it is
 * dropped (tag 0x0112, values 1 to 8). Anything that cannot be read means upright.
 */
record Orientation(int value) {
  private static final Orientation UPRIGHT = new Orientation(1);

  /** EXIF data stands at the beginning, in a segment of at most 64 kB. */
  private static final int LOOKED_AT = 256 * 1024;

  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int TAG = 0x0112;

  static Orientation of(Path file, FileKind kind) throws IOException {
    if (kind != FileKind.JPEG) {
      return UPRIGHT;
    }
    try (var in = Files.newInputStream(file)) {
      return of(ByteBuffer.wrap(in.readNBytes(LOOKED_AT)));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
      return UPRIGHT;
    }
  }

  private static Orientation of(ByteBuffer jpeg) {
    jpeg.position(2);
    while (jpeg.remaining() > 4 && (jpeg.get() & 0xFF) == 0xFF) {
      int marker = jpeg.get() & 0xFF;
      if (marker == START_OF_SCAN) {
        return UPRIGHT;
      }
      int length = jpeg.getShort() & 0xFFFF;
      int next = jpeg.position() + length - 2;
      if (marker == APP1 && length > 8 && jpeg.getInt() == 0x45786966) {
        return exif(jpeg.slice(jpeg.position() + 2, next - jpeg.position() - 2));
      }
      jpeg.position(next);
    }
    return UPRIGHT;
  }

  private static Orientation exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.position(tiff.getInt(4));
    int entries = tiff.getShort() & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int tag = tiff.getShort() & 0xFFFF;
      tiff.position(tiff.position() + 6);
      int value = tiff.getShort() & 0xFFFF;
      tiff.position(tiff.position() + 2);
      if (tag == TAG) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether the picture lies on its side. */
  boolean swapsSides() {
    return value >= 5;
  }

  /** What turns a picture of this size upright. */
  AffineTransform turn(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
