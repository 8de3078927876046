package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RowOutcome.Accepted;
import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordTableTest {

  private static final SourceFile A = new SourceFile("1", "a.xlsx", "");
  private static final SourceFile B = new SourceFile("2", "b.xlsx", "");

  private static List<String> values(Sample sample) {
    return ((Accepted) sample.outcome()).values();
  }

  private static RecordTable table(ListKind kind, Sample... samples) {
    RecordTable.Builder builder = new RecordTable.Builder(kind, new Strings());
    for (int i = 0; i < samples.length; i++) {
      builder.add(new RowRef(A, "1", i + 4), values(samples[i]));
    }
    return builder.build();
  }

  @Test
  void aRowIsItsRecordAgain() {
    Sample sample = Sample.roll().with(Field.SEX, "男").with(Field.BIRTH_DATE, "2013-09-05");
    RecordTable table = table(ListKind.ROLL, sample);

    assertThat(table.record(0)).isEqualTo(sample.record());
    assertThat(table.kind()).isEqualTo(ListKind.ROLL);
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.place(0)).isEqualTo(new RowRef(A, "1", 4));
  }

  @Test
  void rowsOfTheOtherListsAreTheirRecordsAgain() {
    Sample aid = Sample.aid().with(Field.AMOUNT_DUE, "312.5");
    Sample household = Sample.household().with(Field.MONITOR_CATEGORY, "边缘易致贫户");

    assertThat(table(ListKind.AID, aid).record(0)).isEqualTo(aid.record());
    assertThat(table(ListKind.HOUSEHOLDS, household).record(0)).isEqualTo(household.record());
  }

  @Test
  void rowsAreComparedByIdNameBirthAndSex() {
    RecordTable table =
        table(
            ListKind.ROLL,
            Sample.roll()
                .with(Field.NAME, "测 试甲（大）")
                .with(Field.SEX, "女")
                .with(Field.BIRTH_DATE, "20130906"),
            Sample.roll(),
            Sample.roll().with(Field.CITIZEN_ID, "990101"),
            Sample.roll().with(Field.CITIZEN_ID, Sample.GIRL));

    assertThat(table.id(0)).isEqualTo(99010120130905123L);
    assertThat(table.id(2)).isZero();
    assertThat(table.name(0)).isEqualTo(table.name(1));
    assertThat(table.strings().text(table.name(0))).isEqualTo("测试甲");
    assertThat(table.birth(0)).isEqualTo((int) LocalDate.of(2013, 9, 6).toEpochDay());
    assertThat(table.birth(1)).isEqualTo((int) LocalDate.of(2013, 9, 5).toEpochDay());
    assertThat(table.birth(2)).isEqualTo(RecordTable.NO_BIRTH);
    assertThat(IntStream.range(0, 4).map(table::sex)).containsExactly(2, 1, 0, 2);
  }

  @Test
  void aListWithoutBirthAndSexTakesThemFromTheId() {
    RecordTable table = table(ListKind.AID, Sample.aid(), Sample.aid().with(Field.CITIZEN_ID, ""));

    assertThat(table.birth(0)).isEqualTo((int) LocalDate.of(2013, 9, 5).toEpochDay());
    assertThat(IntStream.range(0, 2).map(table::sex)).containsExactly(1, 0);
    assertThat(table.birth(1)).isEqualTo(RecordTable.NO_BIRTH);
    assertThat(table.code(Field.SEX, 0)).isZero();
    assertThat(table.text(Field.PROGRAM, 0)).isEqualTo("寄宿生生活补助");
    assertThat(table.text(Field.SEX, 0)).isEmpty();
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    List<RowRef> places = new ArrayList<>();
    for (int row = 1; row <= 3000; row++) {
      places.add(new RowRef(A, "2", row));
      places.add(new RowRef(A, "10", row));
      places.add(new RowRef(B, "", row));
    }
    Collections.shuffle(places, new Random(7));
    RecordTable.Builder builder = new RecordTable.Builder(ListKind.ROLL, new Strings());
    List<String> values = values(Sample.roll());
    places.forEach(place -> builder.add(place, values));

    RecordTable table = builder.build();

    assertThat(IntStream.range(0, table.size()).mapToObj(table::place).toList())
        .isEqualTo(places.stream().sorted().toList());
  }

  @Test
  void rowsOfOnePlaceStayInTheOrderInWhichTheyCame() {
    RecordTable.Builder builder = new RecordTable.Builder(ListKind.ROLL, new Strings());
    builder.add(new RowRef(A, "1", 9), values(Sample.roll().with(Field.NAME, "测试乙")));
    builder.add(new RowRef(A, "1", 9), values(Sample.roll().with(Field.NAME, "测试甲")));

    assertThat(builder.build().text(Field.NAME, 0)).isEqualTo("测试乙");
  }

  @Test
  void equalFilesThatWereReadTwiceAreOneSheet() {
    RecordTable.Builder builder = new RecordTable.Builder(ListKind.ROLL, new Strings());
    builder.add(new RowRef(A, "1", 2), values(Sample.roll()));
    builder.add(new RowRef(new SourceFile("1", "a.xlsx", ""), "1", 1), values(Sample.roll()));

    assertThat(builder.build().place(0).row()).isEqualTo(1);
  }

  @Test
  void aTableMayBeEmpty() {
    assertThat(table(ListKind.ROLL).size()).isZero();
  }

  @Test
  void oneDictionaryIsSharedByTheTablesOfANight() {
    Strings strings = new Strings();
    RecordTable roll =
        new RecordTable.Builder(ListKind.ROLL, strings)
            .add(new RowRef(A, "1", 1), values(Sample.roll()))
            .build();
    RecordTable aid =
        new RecordTable.Builder(ListKind.AID, strings)
            .add(new RowRef(B, "1", 1), values(Sample.aid()))
            .build();

    assertThat(roll.name(0)).isEqualTo(aid.name(0));
    assertThat(roll.strings()).isSameAs(aid.strings());
    assertThat(strings.code("")).isZero();
    assertThat(strings.text(strings.code("新"))).isEqualTo("新");
    assertThat(strings.size()).isPositive();
  }

  @Test
  void everyKindOfListHasALayout() {
    for (ListKind kind : ListKind.values()) {
      assertThat(Layout.of(kind).kind()).isEqualTo(kind);
      assertThat(Layout.of(kind).fields()).doesNotHaveDuplicates().isNotEmpty();
    }
    assertThat(Layout.of(ListKind.SCHOOLS).value(List.of("某小学"), Field.SCHOOL_NAME))
        .isEqualTo("某小学");
    assertThat(Layout.of(ListKind.SCHOOLS).value(List.of("某小学"), Field.NAME)).isEmpty();
    assertThat(Layout.of(ListKind.ROLL).kind()).isEqualTo(ListKind.ROLL);
    assertThat(Layout.of(ListKind.ROLL).position(Field.PROGRAM)).isEqualTo(-1);
  }

  @Test
  void anIdOfTheSampleIsSound() {
    assertThat(CitizenId.read(Sample.BOY).idOrNull()).isNotNull();
    assertThat(CitizenId.read(Sample.GIRL).idOrNull()).isNotNull();
  }
}
