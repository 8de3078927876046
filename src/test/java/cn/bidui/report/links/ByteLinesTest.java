package cn.bidui.report.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteLinesTest {

  @TempDir private Path folder;

  @Test
  void numbersAreWrittenAsTheyAreSpoken() throws IOException {
    Path file = folder.resolve("lines.csv");
    try (ByteLines lines = new ByteLines(file, "a,b")) {
      lines.number(0).comma().number(-10203).comma().number(Integer.MAX_VALUE).end();
      lines.number(Integer.MIN_VALUE).end();
      lines.hundredths(-5).comma().hundredths(1234).comma().hundredths(-1200).end();
      lines.hundredths(Integer.MIN_VALUE).end();
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            String.join(
                "\r\n",
                "a,b",
                "0,-10203,2147483647",
                "-2147483648",
                "-0.05,12.34,-12.00",
                "-21474836.48",
                ""));
  }

  @Test
  void textsAreQuotedWhereTheyHaveToBe() {
    assertThat(ByteLines.quoted("plain")).asString().isEqualTo("plain");
    assertThat(ByteLines.quoted("prefix(name, 3)")).asString().isEqualTo("\"prefix(name, 3)\"");
    assertThat(ByteLines.quoted("a\"b")).asString().isEqualTo("\"a\"\"b\"");
  }

  @Test
  void moreLinesThanTheBufferHoldsAreWritten() throws IOException {
    Path file = folder.resolve("lines.csv");
    try (ByteLines lines = new ByteLines(file, "n")) {
      for (int i = 0; i < 50_000; i++) {
        lines.number(i).end();
      }
    }

    assertThat(Files.readAllLines(file)).hasSize(50_001).endsWith("49999");
  }
}
