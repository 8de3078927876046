package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvIntakeTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "姓名,身份证件号,学校名称,年级\n";
  private static final String LIST = HEADER + "赵一一," + id(1) + ",一小,三年级\n";

  @TempDir Path folder;

  private Outcome read(String text) {
    return Given.read(Given.text(folder, text));
  }

  private Outcome read(byte[] bytes) {
    return Given.read(Given.file(folder, "list.xls", bytes));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void everyEncodingInUseIsToldFromTheBytes(String charset) {
    Outcome outcome = read(LIST.getBytes(Charset.forName(charset)));

    assertThat(outcome.taken().list()).isEqualTo(ListKind.ROLL);
    assertThat(outcome.texts(Field.NAME)).containsExactly("赵一一");
    assertThat(outcome.kinds()).containsExactly("Data 2");
  }

  @Test
  void byteOrderMarksAreNoText() {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            GB18030,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      assertThat(read(("\uFEFF" + LIST).getBytes(charset)).header().titles().get(Field.NAME))
          .isEqualTo("姓名");
    }
  }

  @Test
  void rareNamesSurviveInGb18030() {
    String rare = "𠮷䶮㛃";

    assertThat(
            read((HEADER + rare + "," + id(1) + ",一小,三年级\n").getBytes(GB18030)).texts(Field.NAME))
        .containsExactly(rare);
  }

  @Test
  void aLineInAnotherEncodingRefusesTheFileWithItsNumber() {
    String many = HEADER + ("钱二二," + id(2) + ",一小,三年级\n").repeat(5);
    byte[] mixed =
        join(
            many.getBytes(StandardCharsets.UTF_8),
            ("孙三三," + id(3) + ",一小,三年级\n").getBytes(GB18030));

    Outcome outcome = read(mixed);

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_ENCODING);
    assertThat(outcome.problem().place().row()).isEqualTo(7);
    assertThat(outcome.problem().found()).isEqualTo("UTF-8");
  }

  @Test
  void bytesThatAreNeitherEncodingAreRefused() {
    byte[] bytes = join("姓名\n".getBytes(GB18030), new byte[] {(byte) 0x81, 0x20, (byte) 0xFF});

    assertThat(read(bytes).problem().code()).isEqualTo(ProblemCode.FILE_ENCODING);
    assertThat(read(bytes).problem().found()).isEqualTo("GB18030");
    assertThat(
            read(join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3}, bytes))
                .problem()
                .code())
        .isEqualTo(ProblemCode.FILE_ENCODING);
  }

  @Test
  void aTailOfZerosIsACopyThatBrokeOff() {
    Outcome outcome = read(join(LIST.getBytes(StandardCharsets.UTF_8), new byte[512]));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_INCOMPLETE);
    assertThat(outcome.problem().found()).isEqualTo("512 NUL");
  }

  @Test
  void zerosInsideAreNoText() {
    assertThat(read((LIST + "\0\0x").getBytes(StandardCharsets.UTF_8)).problem().code())
        .isEqualTo(ProblemCode.FILE_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "|", "，"})
  void theDelimiterIsTheOneThatSplitsTheHeader(String delimiter) {
    Outcome outcome = read(("某县学籍名单，共1人,2025\n" + LIST).replace(",", delimiter));

    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
    assertThat(outcome.header().row()).isEqualTo(2);
  }

  @Test
  void aStatedSeparatorIsBelievedAndItsLineCounted() {
    Outcome outcome = read("sep=;\r\n" + LIST.replace(",", ";"));

    assertThat(outcome.header().row()).isEqualTo(2);
    assertThat(outcome.kinds()).containsExactly("Data 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void rowsAreNumberedByTheLineOnWhichTheyStart(String end) {
    String text =
        HEADER
            + "\"赵\n一一\","
            + id(1)
            + ",一小,三年级\n"
            + "\n"
            + ",,,\n"
            + "钱二二,"
            + id(2)
            + ",一小,三年级\n"
            + "\n\n";

    Outcome outcome = read(text.replace("\n", end));

    assertThat(outcome.kinds()).containsExactly("Data 2", "Blank 4", "Blank 5", "Data 6");
  }

  @Test
  void theLastLineNeedsNoBreak() {
    assertThat(read(LIST.stripTrailing()).kinds()).containsExactly("Data 2");
  }

  @Test
  void anUnclosedQuoteRefusesTheFileAndNamesTheLine() {
    Outcome outcome = read(LIST + "钱二二," + id(2) + ",\"二小,三年级\n孙三三," + id(3) + ",一小,一年级\n");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_UNCLOSED_QUOTE);
    assertThat(outcome.problem().place().row()).isEqualTo(3);
  }

  @Test
  void aQuoteInsideAQuotedValueIsRefusedRatherThanGuessed() {
    Outcome outcome = read(LIST + "钱二二," + id(2) + ",\"新\"二小\",三年级\n");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_UNCLOSED_QUOTE);
  }

  @Test
  void valuesBeyondTheHeaderShowThatTheRowIsShifted() {
    Outcome outcome =
        read(
            LIST
                + "钱二二,"
                + id(2)
                + ",一,小,三年级\n"
                + "孙三三,"
                + id(3)
                + ",一小,一年级,, \n李四四,"
                + id(4)
                + "\n");

    assertThat(outcome.data())
        .extracting(row -> row.cells().tooWide())
        .containsExactly(false, true, false, false);
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级", "小", "一年级", "");
  }

  @Test
  void theWrapperThatKeepsTextFromBecomingANumberIsTakenOff() {
    Outcome outcome = read(HEADER + "赵一一,=\"" + id(1) + "\",一小,三年级\n");

    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
  }

  @Test
  void quotedHeadersMayHaveLineBreaks() {
    Outcome outcome = read("\"姓  名\",\"*身份证\n件号（18位）\",学校名称：,年级\n赵一一," + id(1) + ",一小,三年级\n");

    assertThat(outcome.header().row()).isEqualTo(1);
    assertThat(outcome.kinds()).containsExactly("Data 3");
    assertThat(outcome.header().titles().get(Field.CITIZEN_ID)).isEqualTo("*身份证\n件号（18位）");
  }

  @Test
  void tabSeparatedGbkTextThatIsCalledXlsIsRead() {
    String text = "姓名\t身份证件号\t学校名称\t年级\t\n赵一一\t'" + id(1) + "\t一小\t三年级\t\n";

    Outcome outcome = read(text.getBytes(GB18030));

    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly("'" + id(1));
    assertThat(outcome.data().get(0).cells().tooWide()).isFalse();
  }

  @Test
  void textOfBlanksIsEmpty() {
    assertThat(read(" \n\n,,\n").problem().code()).isEqualTo(ProblemCode.FILE_EMPTY);
  }
}
