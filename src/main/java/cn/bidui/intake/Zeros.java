package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  static @Nullable TextEncoding in(Path file, byte[] start) throws IOException, Refusal {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0 && i % 2 == 0) {
        even++;
      } else if (start[i] == 0) {
        odd++;
      }
    }
    boolean many = (even + odd) * 20 > start.length;
    if (many && odd > 9 * even) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (many && even > 9 * odd) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    refuseAny(file);
    return null;
  }

  private static void refuseAny(Path file) throws IOException, Refusal {
    long inside = 0;
    long tail = 0;
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        for (int i = 0; i < read; i++) {
          if (chunk[i] == 0) {
            tail++;
          } else {
            inside += tail;
            tail = 0;
          }
        }
      }
    }
    if (inside > 0) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "NUL");
    }
    if (tail > 0) {
      throw Refusal.of(ProblemCode.FILE_INCOMPLETE, tail + " NUL");
    }
  }
}
