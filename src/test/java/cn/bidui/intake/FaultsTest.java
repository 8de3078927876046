package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bidui.source.ProblemCode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void whatALibraryStumblesOverIsDamage() {
    IllegalArgumentException theirs =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> CellRangeAddress.valueOf("A1:B2:C3"));

    assertThat(Faults.of(theirs).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void whatWeStumbleOverIsOurFault() {
    NumberFormatException ours =
        catchThrowableOfType(NumberFormatException.class, () -> Integer.parseInt("一"));

    assertThat(Faults.of(ours).code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void aFailureWithoutATraceIsOurs() {
    RuntimeException bare = new RuntimeException("bare");
    bare.setStackTrace(new StackTraceElement[0]);

    assertThat(Faults.of(bare).code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
  }
}
