package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Zero bytes in a text file: every other byte of UTF-16, else the mark of a copy that broke off.
 */
final class Zeros {

  private Zeros() {}

  /**
   * UTF-16 if {@code start} looks like it, null if the file has no zeros.
   *
   * @throws Refusal if zeros stand where no text has any
   */
  static @Nullable TextEncoding in(Content file, byte[] start) throws IOException, Refusal {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0 && i % 2 == 0) {
        even++;
      } else if (start[i] == 0) {
        odd++;
      }
    }
    // Characters such as 一 (U+4E00) put zeros into the other half, too.
    boolean many = (even + odd) * 20 > start.length;
    if (many && odd > 3 * even) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (many && even > 3 * odd) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    refuseAny(file);
    return null;
  }

  private static void refuseAny(Content file) throws IOException, Refusal {
    Count count = new Count();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = file.open()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        count.take(chunk, read);
      }
    }
    count.refuse();
  }

  /** The zeros of a file, and what else tells text from other bytes. */
  private static final class Count {

    private long bytes;
    private long controls;
    private long inside;
    private long tail;
    private int line = 1;
    private int firstLine;

    void take(byte[] chunk, int length) {
      bytes += length;
      for (int i = 0; i < length; i++) {
        take(chunk[i]);
      }
    }

    private void take(byte unit) {
      if (unit == 0) {
        firstLine = firstLine == 0 ? line : firstLine;
        tail++;
        return;
      }
      inside += tail;
      tail = 0;
      line += unit == '\n' ? 1 : 0;
      controls += unit > 0 && unit < ' ' && !Character.isWhitespace(unit) ? 1 : 0;
    }

    /** Text with a hole in it is damaged; where zeros and controls abound, it never was text. */
    void refuse() throws Refusal {
      if (inside > 0 && (controls > 0 || inside * 4 > bytes)) {
        throw Refusal.of(ProblemCode.FILE_FORMAT, "NUL");
      }
      if (inside > 0) {
        throw Refusal.of(ProblemCode.FILE_DAMAGED, (inside + tail) + " NUL").at("", firstLine, -1);
      }
      if (tail > 0) {
        throw Refusal.of(ProblemCode.FILE_INCOMPLETE, tail + " NUL");
      }
    }
  }
}
