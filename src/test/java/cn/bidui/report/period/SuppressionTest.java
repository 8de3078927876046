package cn.bidui.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.period.PeriodTable.Row;
import cn.bidui.report.period.PeriodTable.Tone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

  private static Row row(Tone tone, String group, long... counts) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text("x")));
    for (long count : counts) {
      cells.add(Cell.people(count));
    }
    return new Row(tone, group, cells);
  }

  private static List<String> shown(boolean flow, Row... rows) {
    PeriodTable table = new PeriodTable("", "", List.of(), List.of(), List.of(rows), flow, false);
    return Suppression.of(table).rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.cells().stream().skip(1).map(cell -> cell.value().toString()).toList()))
        .toList();
  }

  @Test
  void oneAndTwoAreHiddenZeroAndThreeAreNot() {
    assertThat(
            shown(
                false,
                row(Tone.PLAIN, "a", 0),
                row(Tone.PLAIN, "a", 1),
                row(Tone.PLAIN, "a", 2),
                row(Tone.PLAIN, "a", 3)))
        .containsExactly("0", "＊", "＊", "3");
  }

  @Test
  void aLoneHiddenCountTakesTheSmallestOfItsSiblingsWithIt() {
    assertThat(
            shown(
                false,
                row(Tone.PLACE, "", 21),
                row(Tone.PLAIN, "a", 1),
                row(Tone.PLAIN, "a", 5),
                row(Tone.PLAIN, "a", 15),
                row(Tone.PLAIN, "b", 9)))
        .containsExactly("21", "＊", "＊", "15", "9");
  }

  @Test
  void whereThereIsNoSiblingTheSumAboveIsHidden() {
    assertThat(
            shown(
                false,
                row(Tone.TOTAL, "", 30),
                row(Tone.PLACE, "", 12),
                row(Tone.PLAIN, "a", 2),
                row(Tone.PLAIN, "a", 0),
                row(Tone.PLACE, "", 18)))
        .containsExactly("30", "＊", "＊", "0", "＊");
  }

  @Test
  void inARowThatAddsUpTwoAreHiddenOrNone() {
    assertThat(shown(true, row(Tone.PLAIN, "a", 4, 1, 0, 5), row(Tone.PLAIN, "b", 4, 5, 0, 9)))
        .containsExactly("＊ ＊ 0 5", "4 5 0 9");
    assertThat(shown(true, row(Tone.PLAIN, "a", 2, 0))).containsExactly("＊ ＊");
  }

  @Test
  void whatGoesWithAHiddenCountIsHiddenToo() {
    Row row =
        PeriodTable.row(
            Tone.PLAIN, "a", Cell.people(2), Cell.money(62_500, 0), Cell.share(1, 3, -1));
    PeriodTable table = new PeriodTable("", "", List.of(), List.of(), List.of(row), false, false);

    assertThat(Suppression.of(table).rows().get(0).cells())
        .extracting(cell -> cell.value().toString())
        .containsExactly("＊", "＊", "33.33%");
  }
}
