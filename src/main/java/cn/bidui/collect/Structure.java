package cn.bidui.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a file has an end (完整): the directory at the end of a zip container ({@code .xlsx}), the
 * sectors that an OLE2 container ({@code .xls}) says it has, and in any file no tail of zeros, as a
 * copy leaves that reserved its length first. Whether the content is sound is not asked here.
 */
final class Structure {

  private static final int ZIP_ENTRY = 0x04034b50;
  private static final int ZIP_DIRECTORY = 0x02014b50;
  private static final int ZIP_END = 0x06054b50;
  private static final int ZIP_END_BYTES = 22;
  private static final int ZIP_COMMENT_BYTES = 0xFFFF;
  private static final long ZIP64 = 0xFFFFFFFFL;
  private static final long OLE2 = 0xE11AB1A1E011CFD0L;

  private final FileChannel file;
  private final long size;

  private Structure(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  /** Whether {@code path} has all its parts, as far as its container tells. */
  static boolean complete(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return new Structure(file).complete();
    }
  }

  /** Whether {@code path} is a container, of which {@link #complete} sees a missing part. */
  static boolean provesItsEnd(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      Structure structure = new Structure(file);
      return structure.isOle2() || structure.isZip();
    }
  }

  private boolean isOle2() throws IOException {
    return size >= Long.BYTES && read(0, Long.BYTES).getLong() == OLE2;
  }

  private boolean isZip() throws IOException {
    return size >= Integer.BYTES && read(0, Integer.BYTES).getInt() == ZIP_ENTRY;
  }

  private boolean complete() throws IOException {
    if (isOle2()) {
      return new OleStructure(file).complete();
    }
    if (isZip()) {
      return zipEnds();
    }
    return !endsInZeros();
  }

  /** Four zeros are no end of a text in any encoding of two bytes or fewer. */
  private boolean endsInZeros() throws IOException {
    return size >= Integer.BYTES && read(size - Integer.BYTES, Integer.BYTES).getInt() == 0;
  }

  private boolean zipEnds() throws IOException {
    int length = (int) Math.min(size, ZIP_END_BYTES + ZIP_COMMENT_BYTES);
    ByteBuffer tail = read(size - length, length);
    for (int at = length - ZIP_END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == ZIP_END && namesItsDirectory(tail, at, size - length + at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the end that stands at {@code at} in the tail names a directory that is there. */
  private boolean namesItsDirectory(ByteBuffer tail, int at, long position) throws IOException {
    long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
    long start = Integer.toUnsignedLong(tail.getInt(at + 16));
    if (bytes == ZIP64 || start == ZIP64) {
      return true;
    }
    return bytes > 0
        && start + bytes <= position
        && read(start, Integer.BYTES).getInt() == ZIP_DIRECTORY;
  }

  private ByteBuffer read(long position, int length) throws IOException {
    return read(file, position, length);
  }

  /** Reads exactly {@code length} bytes, or zeros where the file ended meanwhile. */
  static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        break;
      }
    }
    return bytes.clear();
  }
}
