package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.source.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillDownTest {

  private static final MergedCells MERGED =
      new MergedCells(List.of(new MergedRange(2, 4, 0, 0), new MergedRange(6, 7, 1, 1)));

  private int asked;

  private FillDown fill(Integer... columns) {
    return new FillDown(
        Set.of(columns),
        () -> {
          asked++;
          return MERGED;
        });
  }

  private static RawRow row(int number, String... texts) {
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(text.isEmpty() ? Cell.EMPTY : Cell.text(text));
    }
    return new RawRow(number, cells, number == 3);
  }

  @Test
  void aValueCountsInAllRowsOverWhichItsCellIsMerged() throws Refusal {
    FillDown fill = fill(0);

    assertThat(fill.filled(row(2, "一小", "赵一一")).text(0)).isEqualTo("一小");
    assertThat(fill.filled(row(3, "", "钱二二")).text(0)).isEqualTo("一小");
    assertThat(fill.filled(row(3, "", "钱二二")).hidden()).isTrue();
    assertThat(fill.filled(row(4)).text(0)).isEqualTo("一小");
    assertThat(fill.filled(row(5, "", "孙三三")).text(0)).isEmpty();
  }

  @Test
  void otherColumnsStayBlank() throws Refusal {
    FillDown fill = fill(0);
    fill.filled(row(6, "一小", "赵一一"));

    assertThat(fill.filled(row(7, "二小", "")).text(1)).isEmpty();
  }

  @Test
  void whatIsMergedIsAskedOnlyForBlankCellsBelowAValue() throws Refusal {
    FillDown fill = fill(0, 1);

    fill.filled(row(1, "", "赵一一"));
    fill.filled(row(2, "一小", "钱二二"));
    assertThat(asked).isZero();
    fill.filled(row(3, "", "孙三三"));
    assertThat(asked).isEqualTo(1);
  }
}
