package cn.bidui.intake;

import static cn.bidui.intake.Given.id;
import static cn.bidui.intake.Xlsx.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.intake.Given.Outcome;
import cn.bidui.source.ProblemCode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatienceTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String HEADER = row(1, "姓名", "身份证件号", "学校名称", "年级");

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong();

  private static Path list(Path folder, int rows) {
    String[] lines = new String[rows + 1];
    lines[0] = HEADER;
    for (int i = 1; i <= rows; i++) {
      lines[i] = row(i + 1, "赵一一", id(i), "一小", "三年级");
    }
    return new Xlsx().sheet("学籍", lines).write(folder);
  }

  /** Each look at the clock shows that {@code step} has passed. */
  private Outcome readSlowly(Path file, long step) {
    Intake slow = new Intake(Given.PROFILES, IntakeLimits.defaults(), () -> nanos.addAndGet(step));
    return Given.read(slow, file, "学籍.xlsx");
  }

  @Test
  void aFileThatTakesMoreThanItsTimeIsRefusedInTheMidstOfItsRows() {
    Outcome outcome = readSlowly(list(folder, 300), SECOND / 4);

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_TOO_SLOW);
    assertThat(outcome.problem().arguments()).containsExactly("60");
    assertThat(outcome.rows()).as("the time was over before their end").hasSizeLessThan(300);
  }

  @Test
  void aTextFileHasNoMoreTimeThanAWorkbook() {
    String rows = ("赵一一," + id(1) + ",一小,三年级\n").repeat(300);

    Outcome outcome = readSlowly(Given.text(folder, "姓名,身份证件号,学校名称,年级\n" + rows), SECOND / 4);

    assertThat(outcome.problem().code()).isEqualTo(ProblemCode.FILE_TOO_SLOW);
  }

  @Test
  void theTextsThatCellsShareAreReadWithinTheTimeToo() {
    String[] texts = new String[6_000];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "<t>" + i + "</t>";
    }
    Path file = new Xlsx().shared(texts).sheet("学籍", HEADER).write(folder);

    assertThat(readSlowly(file, 40 * SECOND).problem().code()).isEqualTo(ProblemCode.FILE_TOO_SLOW);
  }

  @Test
  void theTimeThatOthersTakeWithItsRowsIsNotTheFiles() {
    Intake intake = new Intake(Given.PROFILES, IntakeLimits.defaults(), nanos::get);
    int rows = 0;
    try (RowCursor cursor = intake.open(list(folder, 300), "学籍.xlsx")) {
      for (ReadRow row = cursor.next(); row != null; row = cursor.next()) {
        rows++;
        nanos.addAndGet(SECOND);
      }
      assertThat(cursor.finish()).isInstanceOf(FileReading.Read.class);
    }

    assertThat(rows).isEqualTo(300);
  }
}
