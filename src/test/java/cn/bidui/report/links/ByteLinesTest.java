package cn.bidui.report.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteLinesTest {

  @TempDir private Path folder;

  @Test
  void numbersAreWrittenAsTheyAreSpoken() throws IOException {
    ByteLines lines = new ByteLines();
    lines.number(0).comma().number(-10203).comma().number(Integer.MAX_VALUE).end();
    lines.number(Integer.MIN_VALUE).end();
    lines.hundredths(-5).comma().hundredths(1234).comma().hundredths(-1200).end();
    lines.hundredths(0).comma().hundredths(Integer.MIN_VALUE).end();

    assertThat(written(lines))
        .isEqualTo(
            String.join(
                "\r\n",
                "0,-10203,2147483647",
                "-2147483648",
                "-0.05,12.34,-12.00",
                "0.00,-21474836.48",
                ""));
  }

  @Test
  void numbersOfAnyLengthAreWrittenAsJavaWritesThem() throws IOException {
    int[] numbers =
        IntStream.iterate(1, power -> power * 10)
            .limit(10)
            .flatMap(power -> IntStream.of(power - 1, power, power + 1, -power))
            .toArray();
    ByteLines lines = new ByteLines();
    for (int number : numbers) {
      lines.number(number).end();
    }

    assertThat(written(lines).split("\r\n"))
        .containsExactly(IntStream.of(numbers).mapToObj(Integer::toString).toArray(String[]::new));
  }

  @Test
  void allHundredthsAreWritten() throws IOException {
    ByteLines lines = new ByteLines();
    for (int i = 0; i < 100; i++) {
      lines.hundredths(700 + i).end();
    }

    assertThat(written(lines).split("\r\n"))
        .containsExactly(
            IntStream.range(0, 100).mapToObj("7.%02d"::formatted).toArray(String[]::new));
  }

  @Test
  void textsAreQuotedWhereTheyHaveToBe() {
    assertThat(ByteLines.quoted("plain")).asString().isEqualTo("plain");
    assertThat(ByteLines.quoted("prefix(name, 3)")).asString().isEqualTo("\"prefix(name, 3)\"");
    assertThat(ByteLines.quoted("a\"b")).asString().isEqualTo("\"a\"\"b\"");
    assertThat(ByteLines.cell("a,b")).asString().isEqualTo("\"a,b\",");
  }

  @Test
  void roomIsMadeForTextsOfAnyLengthAndAnyNumberOfLines() throws IOException {
    String text = "x".repeat(1_000_000);
    ByteLines lines = new ByteLines().text(ByteLines.quoted(text)).end();
    for (int i = 0; i < 200_000; i++) {
      lines.number(i).end();
    }

    assertThat(written(lines)).startsWith(text + "\r\n0\r\n").endsWith("\r\n199999\r\n");
  }

  @Test
  void whatIsWrittenStandsWhereItBelongsAndIsNotWrittenTwice() throws IOException {
    Path file = folder.resolve("lines.csv");
    ByteLines lines = new ByteLines().number(34);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lines.write(channel, 2);
      lines.number(12).write(channel, 0);
    }

    assertThat(file).hasContent("1234");
    assertThat(lines.size()).isZero();
  }

  private String written(ByteLines lines) throws IOException {
    Path file = folder.resolve("lines.csv");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lines.write(channel, 0);
    }
    return Files.readString(file);
  }
}
