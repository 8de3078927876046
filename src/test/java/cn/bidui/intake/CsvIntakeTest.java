package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.Content;
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
  void zerosInsideTextAreDamageWithItsLine() {
    Outcome outcome = read((LIST + "\0\0x" + LIST).getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    assertThat(outcome.problem().place().row()).isEqualTo(3);
    assertThat(outcome.problem().found()).isEqualTo("2 NUL");
  }

  @Test
  void bytesThatNeverWereTextAreNoText() {
    assertThat(read((LIST + "\0\1\0x").getBytes(StandardCharsets.UTF_8)).problem().found())
        .isEqualTo("NUL");
    assertThat(read("a\0b\0\0c\0\0\0d".getBytes(StandardCharsets.UTF_8)).problem().code())
        .isEqualTo(ProblemCode.FILE_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
  void aLastCharacterThatIsCutIsACopyThatBrokeOff(String charset) {
    byte[] whole = (LIST.repeat(3) + "钱").getBytes(Charset.forName(charset));

    Outcome outcome = read(java.util.Arrays.copyOf(whole, whole.length - 1));

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_INCOMPLETE);
    assertThat(outcome.problem().found()).isEqualTo(charset);
    assertThat(outcome.problem().place().row()).isEqualTo(7);
  }

  @Test
  void aLineOfUtf8InAGbkFileIsFoundAlthoughItDecodes() {
    String pupil = "孙三," + id(3) + ",中心小学,三年\n";
    byte[] mixed =
        join(
            LIST.getBytes(GB18030),
            join(pupil.getBytes(StandardCharsets.UTF_8), LIST.getBytes(GB18030)));
    assertThat(trial(mixed).failed()).as("it decodes").isFalse();

    Outcome outcome = read(mixed);

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_ENCODING);
    assertThat(outcome.problem().found()).isEqualTo("GB18030");
    assertThat(outcome.problem().place().row()).isEqualTo(3);
    assertThat(outcome.problem().arguments())
        .containsExactly("3", String.valueOf(LIST.getBytes(GB18030).length));
  }

  private DecodingTrial trial(byte[] bytes) {
    try {
      return DecodingTrial.of(Content.of(Given.file(folder, "trial", bytes)), GB18030);
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Test
  void fewCharactersThatAreUtf8ByChanceAreNoMixture() {
    String list = HEADER + "联通," + id(1) + ",一小,三年级\r\n\r\n";

    assertThat(read(list.getBytes(GB18030)).texts(Field.NAME)).containsExactly("联通");
  }

  @Test
  void big5IsNamedAndNotRead() {
    Charset big5 = Charset.forName("Big5");

    assertThat(read("姓名,身份證號,學校名稱,年級\n趙一一,1,一小,三\n".getBytes(big5)).problem().found())
        .isEqualTo("Big5");
    assertThat(read("姓名,身份證號\n王小明,1\n黃,2\n".getBytes(big5)).problem().code())
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

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;\t", "\"sep=;\"", "sep=;;;;", "sep=,;"})
  void theSeparatorLineMayBeWrittenInManyWays(String line) {
    Outcome outcome = read(line + "\n" + LIST.replace(",", ";"));

    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
    assertThat(outcome.kinds()).containsExactly("Data 3");
  }

  @Test
  void anySeparatorMayBeStated() {
    for (String separator : List.of("\t", "^", "~", "、")) {
      assertThat(read("sep=" + separator + "\n" + LIST.replace(",", separator)).kinds())
          .containsExactly("Data 3");
    }
    assertThat(read("sep=\\t\n" + LIST.replace(",", "\t")).kinds()).containsExactly("Data 3");
  }

  @Test
  void aStatedSeparatorThatSplitsNothingIsNotBelieved() {
    assertThat(read("sep=;\n" + LIST).kinds()).containsExactly("Data 3");
  }

  @Test
  void lineBreaksOfAllKindsCountOnceEach() {
    String pupil = id(1) + ",一小,三年级";

    assertThat(
            read("姓名,身份证件号,学校名称,年级\r甲一,"
                    + pupil
                    + "\r\n乙一,"
                    + pupil
                    + "\n\"丙\r\n一\","
                    + pupil
                    + "\r丁一,"
                    + pupil)
                .kinds())
        .containsExactly("Data 2", "Data 3", "Data 4", "Data 6");
  }

  @Test
  void theEndMarkOfOldProgramsIsNoRow() {
    assertThat(read(LIST + "\u001A").kinds()).containsExactly("Data 2");
  }

  @Test
  void valuesKeptFromBecomingNumbersAreUnwrapped() {
    String row = "赵一一,\"=\"\"" + id(1) + "\"\"\"\t,一小\t,=\"三年级\"\n";

    Outcome outcome = read(HEADER + row);

    assertThat(outcome.texts(Field.CITIZEN_ID)).containsExactly(id(1));
    assertThat(outcome.texts(Field.SCHOOL_NAME)).containsExactly("一小");
    assertThat(outcome.texts(Field.GRADE)).containsExactly("三年级");
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
  void aQuoteThatClosesSomeRecordsLaterIsUnclosedToo() {
    String swallowed = "钱二二," + id(2) + ",\"二小,三年级\n孙三三," + id(3) + ",三小\",三年级\n";

    Outcome outcome = read(LIST + swallowed + "李四四," + id(4) + ",一小,一年级\n");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_UNCLOSED_QUOTE);
    assertThat(outcome.problem().place().row()).isEqualTo(3);
  }

  @Test
  void aQuotedValueMayHaveLineBreaksAndDelimiters() {
    assertThat(read(HEADER + "赵一一," + id(1) + ",\"一小, 东\n校区\",三年级\n").texts(Field.SCHOOL_NAME))
        .containsExactly("一小, 东\n校区");
  }

  @Test
  void aRecordWithoutEndIsNotReadIntoMemory() {
    String open = LIST + "钱二二,\"" + (id(2) + ",\n").repeat(5_000);
    Path file = Given.text(folder, open);

    Outcome outcome = Given.read(Limits.intake("recordChars", 20_000), file, "a.csv");

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_UNCLOSED_QUOTE);
    assertThat(outcome.problem().place().row()).isEqualTo(3);
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
