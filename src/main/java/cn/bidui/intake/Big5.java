package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Traditional Chinese text in Big5: not read, because nothing tells it from GB18030 for certain.
 */
final class Big5 {

  private static final TextEncoding ENCODING = new TextEncoding(Charset.forName("Big5"), 0);

  /** Words of headers that no text in GB18030 looks like by chance. */
  private static final List<String> WORDS = List.of("姓名", "學校", "證號", "證件", "年級");

  private Big5() {}

  /** Says so if {@code file} is in Big5. */
  static void refuse(Content file) throws IOException, Refusal {
    String sample;
    try (Reader reader = ENCODING.reader(file)) {
      char[] start = new char[1 << 12];
      sample = new String(start, 0, Math.max(0, reader.read(start)));
    }
    if (WORDS.stream().anyMatch(sample::contains)
        && !DecodingTrial.of(file, ENCODING.charset()).failed()) {
      throw refusal();
    }
  }

  static Refusal refusal() {
    return Refusal.of(ProblemCode.FILE_FORMAT, "Big5");
  }
}
