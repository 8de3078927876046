package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTotalsTest {

  private final Header header =
      new Header(
          "名单.xlsx",
          "一年级",
          1,
          ListKind.AID,
          "aid",
          Map.of(Field.NAME, 0, Field.AMOUNT_DUE, 1, Field.AMOUNT_PAID, 2),
          Map.of());
  private final DeclaredTotals totals = new DeclaredTotals(header);
  private int row = 1;

  private void record(String... texts) {
    row++;
    totals.record(new SheetRow(header, row, cells(texts)));
  }

  private void note(String... texts) {
    row++;
    totals.note(new RawRow(row, cells(texts)));
  }

  private static List<Cell> cells(String... texts) {
    return Arrays.stream(texts).map(Cell::text).toList();
  }

  @Test
  void totalsThatAreSoAreNotMentioned() {
    record("甲", "312.50", "312.5");
    record("乙", "￥1,000.00元", "1000");
    note("合计 2 人", "1312.50", "1,312.5");

    assertThat(totals.differing()).isEmpty();
  }

  @Test
  void aTotalOfRowsThatIsNotSoIsToldWithItsRow() {
    record("甲", "", "");
    note("合计：共 3 人");

    assertThat(totals.differing()).containsExactly(new DeclaredTotal("一年级", 3, "3", "1"));
  }

  @Test
  void aTotalOfAmountsThatIsNotSoIsToldInYuan() {
    record("甲", "312.5", "300");
    record("乙", "312.5", "");
    note("合计", "625", "612.50");

    assertThat(totals.differing()).containsExactly(new DeclaredTotal("一年级", 4, "612.50", "300.00"));
  }

  @Test
  void aTotalMaySpeakOfTheRowsSinceTheLastOneOrOfAll() {
    record("甲", "100", "100");
    note("一班合计", "100", "100");
    record("乙", "50", "50");
    note("二班合计 1 人", "50", "50");
    note("总计 2 人", "150", "150");

    assertThat(totals.differing()).isEmpty();
  }

  @Test
  void amountsThatCannotBeAddedAreNotCompared() {
    record("甲", "三百", "100");
    note("合计", "300", "100");

    assertThat(totals.differing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"填表人：王老师", "合计", "合计：男 1 人 女 2 人 共 1 人", "共 120 户 1 人"})
  void whatStatesNoTotalOfRowsOrOneThatIsSoSaysNothing(String text) {
    record("甲", "", "");
    note(text);

    assertThat(totals.differing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025秋受助学生名单（共259人）,259,258", "在籍学生 共 12 名,12,11"})
  void aTitleThatStatesAnotherNumberIsTold(String title, int stated, int rows) {
    assertThat(DeclaredTotals.inTitle(title, "", rows))
        .contains(new DeclaredTotal("", 0, String.valueOf(stated), String.valueOf(rows)));
    assertThat(DeclaredTotals.inTitle(title, "", stated)).isEmpty();
    assertThat(DeclaredTotals.inTitle("2025秋受助学生名单", "", rows)).isEmpty();
  }
}
