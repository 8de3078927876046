package cn.bidui.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.normalize.RowOutcome.Rejected;
import cn.bidui.source.ListKind;
import cn.bidui.source.SheetRow;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers and the annotated constraints are two tellings of the same rules. */
class RecordRulesTest {

  private final Normalizer normalizer = new Normalizer(ListKind.ROLL, null);

  private Set<String> faults(SheetRow row) {
    Set<String> faults = new TreeSet<>();
    if (normalizer.normalize(row) instanceof Rejected rejected) {
      rejected
          .problems()
          .forEach(problem -> faults.add(problem.code().code() + " " + problem.field().code()));
    }
    return faults;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.05, 0.3, 1.0})
  void bothFindTheSameFaultsInMadeRows(double share) {
    for (SheetRow row : RollRows.made(1500, 20251008, share)) {
      assertThat(faults(row)).as("row %s", row.row()).isEqualTo(RollRow.of(row).faults());
    }
  }

  @Test
  void neitherFindsAFaultInOrdinaryRows() {
    for (SheetRow row : RollRows.ordinary(1000, 20251008)) {
      assertThat(faults(row)).isEmpty();
      assertThat(RollRow.of(row).faults()).isEmpty();
    }
  }

  @Test
  void theMadeRowsHaveFaultsOfEveryKind() {
    Set<String> codes = new TreeSet<>();
    for (SheetRow row : RollRows.made(3000, 20251008, 0.3)) {
      faults(row).forEach(fault -> codes.add(fault.substring(0, fault.indexOf(' '))));
    }
    assertThat(codes)
        .containsExactly(
            "CELL-ERROR",
            "DATE-UNREADABLE",
            "FORMULA-WITHOUT-VALUE",
            "ID-PRECISION-LOST",
            "VALUE-MISSING",
            "VALUE-TOO-LONG",
            "VALUE-UNKNOWN");
  }
}
