package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.Mistakes;
import cn.bidui.report.Answer.Neighbor;
import cn.bidui.report.RejectedRow;
import cn.bidui.source.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborRowsTest {

  @TempDir Path folder;

  private List<Neighbor> beside(int... rejected) throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            """
            姓名,身份证件号,学校名称,年级,备注
            甲甲,99010120100101001X,一小,三年级,
            乙乙,990101201001020021,一小,三年级,好
            丙丙,990101201001030035,一小,三年级
            丁丁,99010120100104004X,一小,三年级,
            """);
    ColumnProfiles profiles =
        ColumnProfiles.read(
            Map.of("roll.yml", Files.readString(Path.of("jobs/columns/roll-compulsory.yml"))),
            new Mistakes());
    List<RejectedRow> rows = new java.util.ArrayList<>();
    for (int row : rejected) {
      rows.add(new RejectedRow("", "", "", row, List.of(), List.of()));
    }
    return new NeighborRows(new Intake(profiles, IntakeLimits.defaults()))
        .of(Content.of(list), "学籍.csv", rows);
  }

  @Test
  void theRowsAboveAndBelowAreGivenOnce() throws IOException {
    assertThat(beside(2, 4)).extracting(Neighbor::row).containsExactly(3, 5);
  }

  @Test
  void aRejectedRowIsNobodysNeighbor() throws IOException {
    assertThat(beside(3, 4)).extracting(Neighbor::row).containsExactly(2, 5);
  }

  @Test
  void everyCellStandsUnderItsHeader() throws IOException {
    assertThat(beside(2).get(0).cells())
        .containsExactly(
            new RejectedRow.Value("姓名", "乙乙"),
            new RejectedRow.Value("身份证件号", "990101201001020021"),
            new RejectedRow.Value("学校名称", "一小"),
            new RejectedRow.Value("年级", "三年级"),
            new RejectedRow.Value("备注", "好"));
  }

  @Test
  void nothingIsReadWhereNothingWasRejected() throws IOException {
    assertThat(beside()).isEmpty();
  }
}
