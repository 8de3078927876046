package cn.bidui.ledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.Told;
import cn.bidui.ledger.Transition;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Years of a county are told in the time that a command may take. */
class CaseSpeedTest {

  private static final int NIGHTS = 300;
  private static final int A_NIGHT = 1_000;

  /**
   * Ten times what it takes on one slow core: the bound finds what grows with nights times cases.
   */
  private static final Duration BOUND = Duration.ofSeconds(5);

  @Test
  void threeHundredThousandTransitionsAreToldQuickly() {
    Told told = new Told();
    for (int night = 0; night < NIGHTS; night++) {
      List<Transition> moved = new ArrayList<>();
      for (int i = 0; i < A_NIGHT; i++) {
        String id = "F" + (night / 2 * A_NIGHT + i);
        boolean first = night % 2 == 0;
        moved.add(
            Told.moved(
                id,
                i % 3 == 0 ? "absent" : "overpaid",
                "C" + id,
                first ? null : FindingState.NEW,
                first ? FindingState.NEW : FindingState.RESOLVED));
      }
      told.night(Told.FIRST.plusDays(night), moved);
    }

    long start = cpu();
    CaseBook book = CaseBook.now(told.log(), Told.FIRST.plusDays(NIGHTS), Casework.TERMS);
    Duration took = Duration.ofNanos(cpu() - start);

    assertThat(book.cases()).hasSize(NIGHTS / 2 * A_NIGHT);
    assertThat(took).as("%s ms", took.toMillis()).isLessThan(BOUND);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
