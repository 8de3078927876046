package cn.bidui.link.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.person.CitizenId;
import cn.bidui.plan.LinkPlan;
import cn.bidui.plan.LinkPlan.DayOrder;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import cn.bidui.plan.Mistakes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameBuilderTest {

  private static final String ID =
      "99010120120305121" + CitizenId.checkCharacter(99010120120305121L);

  private static LinkPlan plan(String lists, String kind) {
    String text = "plan: p\noutcome: cluster\nlists: %s\nfields: {f: %s}".formatted(lists, kind);
    return LinkPlan.read("p.yml", text, new Mistakes()).orElseThrow();
  }

  private static ListColumns part(LinkPlan plan, String... cells) {
    ListColumns columns = new ListColumns(plan.fields());
    fill(columns, cells);
    return columns;
  }

  private static void fill(ListColumns columns, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      byte[] text = cells[i].getBytes(StandardCharsets.UTF_8);
      columns.cell(0, text, 0, text.length);
      columns.row(i + 1);
    }
  }

  /** The only column of one list with these cells. */
  private static Column column(String kind, String... cells) {
    LinkPlan plan = plan("{a: }", kind);
    return only(plan, part(plan, cells));
  }

  private static Column only(LinkPlan plan, ListColumns part) {
    FrameBuilder builder = new FrameBuilder(plan);
    builder.part(part, 0);
    return only(builder);
  }

  private static Column only(FrameBuilder builder) {
    builder.endOfList();
    return builder.frame().column(0);
  }

  private static String text(String kind, String cell) {
    Column column = column(kind, cell);
    return column.text(column.code(0));
  }

  @ParameterizedTest
  @CsvSource({
    "text, ' ＭcDonald   Road ', mcdonald road",
    "text, winston hills, winston hills",
    "text, 'a  b', a b",
    "text, NULL, ''",
    "text, 王家村小学, 王家村小学",
    "text, '=\"0042\"', 0042",
    "code, ' aB-7 ', aB-7",
    "code, '=\"00421\"', 00421",
    "code, N/A, ''",
    "name, 阿依•努尔, 阿依·努尔",
    "name, 欧阳小明, 欧阳小明",
    "name, 张　三（已转走）, 张三",
    "name, 无, ''",
    "student-number, g990101201203051210, G990101201203051210",
    "student-number, 无, ''",
    "citizen-id, 1234, 1234",
    "citizen-id, 无, ''",
  })
  void aTextMeansWhatItsKindSays(String kind, String cell, String meant) {
    assertThat(text(kind, cell)).isEqualTo(meant);
  }

  @Test
  void textsThatMeanTheSameHaveOneCode() {
    Column column = column("text", "Smith", "smith", "SMITH ", "smyth");

    assertThat(List.of(column.code(0), column.code(1), column.code(2), column.code(3)))
        .containsExactly(1, 1, 1, 2);
  }

  @Test
  void aValidIdIsANumberHoweverItIsWritten() {
    long packed = CitizenId.read(ID).idOrNull().packed();
    Column column =
        column(
            "citizen-id",
            ID,
            ID.toLowerCase(java.util.Locale.ROOT),
            ID.substring(0, 6) + " " + ID.substring(6),
            "990101201203051200");

    assertThat(List.of(column.packed(0), column.packed(1), column.packed(2), column.packed(3)))
        .containsExactly(packed, packed, packed, 0L);
    assertThat(column.code(0)).isZero();
    assertThat(column.text(column.code(3))).isEqualTo("990101201203051200");
  }

  @Test
  void ofPersonsTheIdWithinAStudentNumberSaysItAlone() {
    String text =
        "plan: p\noutcome: person\nlists: {roll: , aid: }\nfields: {student-number: student-number}";
    LinkPlan plan = LinkPlan.read("p.yml", text, new Mistakes()).orElseThrow();
    FrameBuilder builder = new FrameBuilder(plan);
    builder.part(part(plan, "G" + ID, "g" + ID, "J990101201203051210"), 0);
    builder.endOfList();
    builder.endOfList();
    Column column = builder.frame().column(0);

    long packed = CitizenId.read(ID).idOrNull().packed();
    assertThat(Arrays.copyOf(column.codes(), 3)).containsExactly(0, 0, 1);
    assertThat(Arrays.copyOf(column.numbers(), 3)).containsExactly(packed, packed, 0);
    assertThat(column.text(1)).isEqualTo("J990101201203051210");
  }

  @Test
  void howManyRowsWereExpectedChangesNothing() {
    LinkPlan plan = plan("{a: }", "citizen-id");
    FrameBuilder builder = new FrameBuilder(plan);
    for (int expected : new int[] {0, 3000}) {
      ListColumns columns = new ListColumns(plan.fields(), expected);
      for (int row = 1; row <= 2000; row++) {
        byte[] cell = (row % 2 == 0 ? ID : "1234").getBytes(StandardCharsets.UTF_8);
        columns.cell(0, cell, 0, cell.length);
        columns.row(row);
      }
      builder.part(columns, 0);
    }
    builder.endOfList();
    Frame frame = builder.frame();

    assertThat(Arrays.copyOf(frame.column(0).numbers(), 2000))
        .isEqualTo(Arrays.copyOfRange(frame.column(0).numbers(), 2000, 4000));
    assertThat(Arrays.stream(frame.column(0).codes()).sum()).isEqualTo(2000);
    assertThat(frame.place(3999)).isEqualTo(2000);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "1",
    "5",
    "11",
    "12",
    "13",
    "1000",
    "8000000000000000000",
    "9223372036854775807"
  })
  void howManyRowsAListWasExpectedToHaveChangesNothing(long expected) {
    for (String kind : List.of("citizen-id", "student-number", "name", "text", "date", "sex")) {
      LinkPlan plan = plan("{a: }", kind);
      FrameBuilder told = new FrameBuilder(plan);
      told.expect(expected);
      FrameBuilder untold = new FrameBuilder(plan);
      for (FrameBuilder builder : List.of(told, untold)) {
        builder.part(part(plan, "", "", "", "", ""), 0);
        builder.part(part(plan, ID, "G" + ID, "张三", "Lee", "2012-03-05", "男"), 5);
        builder.part(part(plan, "女"), 11);
      }

      Column one = only(told);
      Column other = only(untold);
      assertThat(one.codes()).isEqualTo(other.codes()).hasSize(12);
      assertThat(one.numbers()).isEqualTo(other.numbers());
      assertThat(texts(one)).isEqualTo(texts(other));
      assertThat(Arrays.stream(one.codes()).sum() + Arrays.stream(one.numbers()).sum())
          .isPositive();
    }
  }

  @Test
  void columnsOfPersonsHoldNothingBehindTheirRows() {
    String text =
        "plan: p\noutcome: person\nlists: {roll: , aid: }\nfields: {citizen-id: citizen-id}";
    LinkPlan plan = LinkPlan.read("p.yml", text, new Mistakes()).orElseThrow();
    FrameBuilder builder = new FrameBuilder(plan);
    builder.expect(100);
    builder.part(part(plan, ID, "1234"), 0);
    builder.endOfList();
    builder.part(part(plan, ID, ID, ID, "1234", "1234"), 0);
    builder.listAgain();
    builder.part(part(plan, ID), 0);
    builder.endOfList();
    Frame frame = builder.frame();
    Column column = frame.column(0);

    long packed = CitizenId.read(ID).idOrNull().packed();
    assertThat(frame.size()).isEqualTo(3);
    assertThat(Arrays.copyOf(column.numbers(), 3)).containsExactly(packed, 0, packed);
    assertThat(Arrays.copyOf(column.codes(), 3)).containsExactly(0, 1, 0);
    assertThat(Arrays.stream(column.numbers()).skip(3)).isNotEmpty().allMatch(n -> n == 0);
    assertThat(Arrays.stream(column.codes()).skip(3)).isNotEmpty().allMatch(code -> code == 0);
  }

  @ParameterizedTest
  @CsvSource({"citizen-id", "student-number", "name", "text", "code", "date", "sex"})
  void columnsThatWereClearedAreAsNew(String kind) {
    LinkPlan plan = plan("{a: }", kind);
    String[] before = {ID, "G" + ID, "张三丰", "Lee", "1234", "2012-03-05", "男", "X", "李四", "G1"};
    String[] after = {
      "", "李四", "1234", "", "G" + ID, "2012-03-06", "", "Lee", "1234", ID, "女", "x"
    };
    ListColumns used = part(plan, before);
    FrameBuilder again = new FrameBuilder(plan);
    again.part(used, 0);
    used.clear();
    assertThat(used.rows()).isZero();
    fill(used, after);
    again.part(used, before.length);
    FrameBuilder fresh = new FrameBuilder(plan);
    fresh.part(part(plan, before), 0);
    fresh.part(part(plan, after), before.length);

    Column one = only(again);
    Column other = only(fresh);
    assertThat(one.codes()).isEqualTo(other.codes());
    assertThat(one.numbers()).isEqualTo(other.numbers());
    assertThat(texts(one)).isEqualTo(texts(other));
  }

  /** What is written; days and sexes are no text. */
  private static List<String> texts(Column column) {
    boolean written = column.kind() != FieldKind.DATE && column.kind() != FieldKind.SEX;
    return written ? Arrays.stream(column.codes()).mapToObj(column::text).toList() : List.of();
  }

  @Test
  void whatWasNoUtf8IsForgottenToo() {
    ListColumns columns = new ListColumns(plan("{a: }", "text").fields());
    columns.cell(0, new byte[] {(byte) 0xB0, (byte) 0xA1}, 0, 2);
    columns.row(1);
    assertThat(columns.malformed()).isEqualTo(1);

    columns.clear();

    assertThat(columns.malformed()).isZero();
  }

  @Test
  void aStudentNumberKeepsItsTextAndTheIdWithin() {
    long packed = CitizenId.read(ID).idOrNull().packed();
    Column column = column("student-number", "G" + ID, "g" + ID, "J990101201203051210");

    assertThat(column.code(0)).isEqualTo(column.code(1));
    assertThat(column.text(column.code(0))).isEqualTo("G" + ID);
    assertThat(column.packed(0)).isEqualTo(packed);
    assertThat(column.packed(1)).isEqualTo(packed);
    assertThat(column.packed(2)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "19651013, YEAR_MONTH_DAY, 1965-10-13",
    "1965-10-13, YEAR_MONTH_DAY, 1965-10-13",
    "1965/3/7, YEAR_MONTH_DAY, 1965-03-07",
    "1863.05.12, YEAR_MONTH_DAY, 1863-05-12",
    "2012-03-05 00:00:00, YEAR_MONTH_DAY, 2012-03-05",
    "2012年3月5日, YEAR_MONTH_DAY, 2012-03-05",
    "13/10/1965, DAY_MONTH_YEAR, 1965-10-13",
    "13101965, DAY_MONTH_YEAR, 1965-10-13",
    "10/13/1965, MONTH_DAY_YEAR, 1965-10-13",
    "1965-10-13, MONTH_DAY_YEAR, 1965-10-13",
  })
  void aDayIsReadInAnyUsualForm(String text, DayOrder order, LocalDate day) {
    assertThat(Column.date(DayText.code(text, order))).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"19651313", "1965-02-29", "13/10/1965", "1700-01-01", "soon", "1965"})
  void whatIsNoDayIsNothing(String text) {
    assertThat(DayText.code(text, DayOrder.YEAR_MONTH_DAY)).isZero();
  }

  @Test
  void sexesAreTold() {
    Column column = column("sex", "男", "女", "m", "Female", "1", "2", "x");

    assertThat(java.util.stream.IntStream.range(0, 7).map(column::code).boxed().toList())
        .containsExactly(1, 2, 1, 2, 1, 2, 0);
  }

  @Test
  void partsAndTheirNumberLeaveNoTraceInTheFrame() {
    LinkPlan plan = plan("{a: , b: }", "text");
    String[] cells = {"Lee", "chan", "LEE", "wong", "chan", "ho", "lee", "wong"};
    FrameBuilder whole = new FrameBuilder(plan);
    whole.part(part(plan, Arrays.copyOf(cells, 5)), 0);
    whole.endOfList();
    whole.part(part(plan, Arrays.copyOfRange(cells, 5, 8)), 0);
    whole.endOfList();
    FrameBuilder parts = new FrameBuilder(plan);
    parts.part(part(plan, Arrays.copyOf(cells, 2)), 0);
    parts.part(part(plan, Arrays.copyOfRange(cells, 2, 5)), 2);
    parts.endOfList();
    parts.part(part(plan, Arrays.copyOfRange(cells, 5, 8)), 0);
    parts.endOfList();
    Frame one = whole.frame();
    Frame other = parts.frame();

    assertThat(one.size()).isEqualTo(8);
    for (int row = 0; row < 8; row++) {
      assertThat(other.column(0).code(row)).isEqualTo(one.column(0).code(row));
      assertThat(other.place(row)).isEqualTo(one.place(row));
    }
    assertThat(one.start(1)).isEqualTo(5);
    assertThat(one.list(5)).isEqualTo(1);
    assertThat(one.place(5)).isEqualTo(1);
  }

  @Test
  void aListThatIsAddedAgainLeavesTheListsBefore() {
    LinkPlan plan = plan("{a: , b: }", "text");
    FrameBuilder builder = new FrameBuilder(plan);
    builder.part(part(plan, "lee"), 0);
    builder.endOfList();
    builder.part(part(plan, "wrong", "rows"), 0);
    builder.part(part(plan, "more"), 2);
    builder.listAgain();
    builder.part(part(plan, "chan", "lee"), 0);

    assertThat(builder.listRows()).isEqualTo(2);
    builder.endOfList();
    Frame frame = builder.frame();
    Column column = frame.column(0);
    assertThat(frame.size()).isEqualTo(3);
    assertThat(column.text(column.code(1))).isEqualTo("chan");
    assertThat(column.code(2)).isEqualTo(column.code(0));
  }

  @Test
  void aRowWithoutACellIsNothing() {
    LinkPlan plan = plan("{a: }", "text");
    ListColumns columns = new ListColumns(plan.fields());
    columns.cell(0, new byte[4], 2, 2);
    columns.row(2);
    FrameBuilder builder = new FrameBuilder(plan);
    builder.part(columns, 0);
    builder.endOfList();

    assertThat(builder.frame().column(0).code(0)).isZero();
    assertThat(builder.frame().column(0).text(0)).isEmpty();
    assertThat(builder.frame().place(0)).isEqualTo(2);
  }

  @Test
  void textsOfAnotherCharsetAreCounted() {
    LinkPlan plan = plan("{a: }", "text");
    ListColumns columns = new ListColumns(plan.fields());
    for (String text : List.of("张三", "abc", "张三")) {
      byte[] bytes = text.getBytes(Charset.forName("GB18030"));
      columns.cell(0, bytes, 0, bytes.length);
      columns.row(1);
    }

    assertThat(columns.rows()).isEqualTo(3);
    assertThat(columns.malformed()).isEqualTo(1);
    assertThat(part(plan, "é", "张三", "𠀀", "a·b").malformed()).isZero();
  }

  @Test
  void aListThatWasForgottenIsAMistakeOfTheProgram() {
    FrameBuilder builder = new FrameBuilder(plan("{a: , b: }", "text"));
    builder.endOfList();

    assertThatThrownBy(builder::frame).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyTextsKeepTheirCodes() {
    Texts texts = new Texts();
    for (int i = 0; i < 20_000; i++) {
      assertThat(texts.code("text number " + i)).isEqualTo(i + 1);
    }
    assertThat(texts.code("text number 777")).isEqualTo(778);
    assertThat(texts.text(19_999)).isEqualTo("text number 19998");
    assertThat(texts.code("")).isZero();
    assertThat(texts.text(0)).isEmpty();
    assertThat(texts.size()).isEqualTo(20_001);
  }

  @Test
  void aFrameWithoutFilesCountsItsRowsFromOne() {
    Column column = new Column(FieldKind.SEX, new int[] {1, 2}, new long[0], code -> "");
    Frame frame = new Frame(List.of("a"), new int[] {0, 2}, List.of(column));

    assertThat(frame.place(1)).isEqualTo(2);
    assertThat(
            new LinkField(
                    "x",
                    FieldKind.DATE,
                    List.of("x"),
                    Map.of("a", List.of()),
                    DayOrder.YEAR_MONTH_DAY)
                .columns("a"))
        .isEmpty();
  }
}
