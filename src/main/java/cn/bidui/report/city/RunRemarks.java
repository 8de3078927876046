package cn.bidui.report.city;

import java.util.ArrayList;
import java.util.List;

/** What is to be known of a night's figures, of the night alone. */
final class RunRemarks {

  private static final int DONE = 0;
  private static final int REFUSED = 2;
  private static final int HELD = 3;

  private RunRemarks() {}

  static List<Remark> of(NightRun run) {
    List<Remark> remarks = new ArrayList<>();
    if (!run.balanced()) {
      remarks.add(Remark.of(Fault.UNBALANCED));
    }
    if (run.exit() == REFUSED) {
      remarks.add(Remark.of(Fault.REFUSED));
    } else if (run.exit() == HELD) {
      remarks.add(Remark.of(Fault.HELD));
    } else if (run.exit() != DONE) {
      remarks.add(Remark.of(Fault.STOPPED, run.exit()));
    }
    return remarks;
  }
}
