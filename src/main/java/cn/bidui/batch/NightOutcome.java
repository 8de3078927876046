package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import cn.bidui.report.NightReport;
import java.nio.file.Path;
import java.util.List;

/** How a night ended. */
public sealed interface NightOutcome {

  /** It was published, or, for a what-if, written beside. */
  record Done(NightReport report, Path folder, boolean whatIf, int exit) implements NightOutcome {}

  /** Something did not add up; nothing was published. */
  record Unbalanced(List<FileEntry.Note> differences) implements NightOutcome {
    public Unbalanced {
      differences = List.copyOf(differences);
    }
  }

  /** It was asked to stop, and goes on next time. */
  record Stopped() implements NightOutcome {}

  /**
   * A machine or the program failed.
   *
   * @param failure without a word of data
   */
  record Failed(String step, NightFailure failure) implements NightOutcome {}
}
