package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is encoded: a byte-order mark, else zeros in every other byte, else strict UTF-8
 * over the whole file, else strict GB18030 over the whole file. Detectors that guess from a sample
 * take lists with few Chinese characters for Western or Korean text. What a page says of itself
 * only decides where both would do.
 *
 * @param mark bytes of the byte-order mark, which are no text
 */
record TextEncoding(Charset charset, int mark) {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** So many characters are never UTF-8 by chance: the rest of the file is at fault. */
  private static final int BEYOND_CHANCE = 16;

  private static final int SAMPLE = 4096;

  static TextEncoding of(Content file) throws IOException, Refusal {
    byte[] start = start(file);
    @Nullable TextEncoding marked = marked(start);
    if (marked == null) {
      marked = Zeros.in(file, start);
    }
    if (marked == null) {
      return unmarked(file, StatedCharset.in(start));
    }
    DecodingTrial trial = DecodingTrial.of(file, marked.charset());
    if (trial.failed()) {
      throw refusal(marked.charset(), trial);
    }
    return marked;
  }

  /**
   * By the first characters only: by a mark, or as UTF-8 if the start is; else as {@link #of}. For
   * readers who notice texts that are not in the charset.
   */
  static TextEncoding likely(Content file) throws IOException, Refusal {
    byte[] start = start(file);
    @Nullable TextEncoding marked = marked(start);
    if (marked != null && marked.charset().equals(StandardCharsets.UTF_8)) {
      return marked;
    }
    boolean plain = marked == null && !hasZero(start) && startsAsUtf8(file);
    return plain ? new TextEncoding(StandardCharsets.UTF_8, 0) : of(file);
  }

  private static boolean hasZero(byte[] start) {
    for (byte one : start) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  /** A character may be cut in two at the end of the sample. */
  private static boolean startsAsUtf8(Content file) throws IOException {
    try (InputStream in = file.open()) {
      ByteBuffer sample = ByteBuffer.wrap(in.readNBytes(16 * SAMPLE));
      CharBuffer chars = CharBuffer.allocate(sample.capacity());
      return !StandardCharsets.UTF_8.newDecoder().decode(sample, chars, false).isError();
    }
  }

  private static byte[] start(Content file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readNBytes(SAMPLE);
    }
  }

  private static @Nullable TextEncoding marked(byte[] start) {
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(start, 0x84, 0x31, 0x95, 0x33)) {
      return new TextEncoding(GB18030, 4);
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    return startsWith(start, 0xFE, 0xFF) ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static TextEncoding unmarked(Content file, StatedCharset stated)
      throws IOException, Refusal {
    DecodingTrial utf8 = DecodingTrial.of(file, StandardCharsets.UTF_8);
    boolean chance = utf8.beyondAscii() < BEYOND_CHANCE;
    if (!utf8.failed() && !(chance && stated == StatedCharset.CHINESE)) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    }
    if (!chance) {
      throw refusal(StandardCharsets.UTF_8, utf8);
    }
    if (stated == StatedCharset.BIG5) {
      throw Big5.refusal();
    }
    return chinese(file);
  }

  private static TextEncoding chinese(Content file) throws IOException, Refusal {
    DecodingTrial chinese = DecodingTrial.of(file, GB18030);
    if (chinese.failed()) {
      Big5.refuse(file);
      throw refusal(GB18030, chinese);
    }
    MixedLines mixed = MixedLines.in(file);
    if (mixed.found()) {
      throw refusal(GB18030, mixed.line(), mixed.offset());
    }
    return new TextEncoding(GB18030, 0);
  }

  private static Refusal refusal(Charset charset, DecodingTrial trial) {
    return trial.brokeOff()
        ? Refusal.of(ProblemCode.FILE_INCOMPLETE, charset.name()).at("", trial.line(), -1)
        : refusal(charset, trial.line(), trial.offset());
  }

  private static Refusal refusal(Charset charset, int line, long offset) {
    return Refusal.of(
            ProblemCode.FILE_ENCODING, charset.name(), String.valueOf(line), String.valueOf(offset))
        .at("", line, -1);
  }

  /**
   * Refuses a file whose header nobody knows, if that is because it is in an encoding that is not
   * read.
   */
  void refuseMistaken(Content file) throws IOException, Refusal {
    if (charset.equals(GB18030)) {
      Big5.refuse(file);
    }
  }

  /** The text after the byte-order mark. */
  Reader reader(Content file) throws IOException {
    InputStream in = file.open();
    in.skipNBytes(mark);
    return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }
}
