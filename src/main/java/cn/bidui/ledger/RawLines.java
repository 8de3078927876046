package cn.bidui.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file as bytes, one after the other, each with the place where it starts. */
final class RawLines implements Closeable {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;
  private long start;
  private long end;
  private boolean terminated;

  RawLines(Path file) throws IOException {
    this(Files.newInputStream(file));
  }

  RawLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    line.reset();
    start = end;
    terminated = false;
    while (!terminated && filled()) {
      int stop = position;
      while (stop < limit && buffer[stop] != '\n') {
        stop++;
      }
      line.write(buffer, position, stop - position);
      terminated = stop < limit;
      int used = stop - position + (terminated ? 1 : 0);
      position += used;
      end += used;
    }
    return end > start;
  }

  private boolean filled() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return limit > 0;
  }

  /** The line without its line break. */
  byte[] bytes() {
    return line.toByteArray();
  }

  /** Offset of its first byte in the file. */
  long start() {
    return start;
  }

  /** Offset behind it, its line break included. */
  long end() {
    return end;
  }

  /** Whether a line break ends it. */
  boolean terminated() {
    return terminated;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
