package cn.bidui.batch;

import cn.bidui.collect.Sighting;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.FileEntry;
import cn.bidui.report.NightReport;
import cn.bidui.source.FileState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a night ended. */
public sealed interface NightOutcome {

  /**
   * It was published, or, for a what-if, written beside.
   *
   * @param notSent digests that did not leave the house, with the key of the reason
   */
  record Done(NightReport report, Path folder, boolean whatIf, int exit, List<Entry.Notice> notSent)
      implements NightOutcome {
    public Done {
      notSent = List.copyOf(notSent);
    }
  }

  /**
   * Files were taken and answered, which publishes nothing.
   *
   * @param stuck files that could not be removed from the inbox
   * @param answers how many files got which answer
   */
  record Taken(Set<Sighting> stuck, Map<FileState, Integer> answers) implements NightOutcome {
    public Taken {
      stuck = Set.copyOf(stuck);
      answers = Map.copyOf(answers);
    }
  }

  /** Something did not add up; nothing was published. */
  record Unbalanced(List<FileEntry.Note> differences) implements NightOutcome {
    public Unbalanced {
      differences = List.copyOf(differences);
    }
  }

  /** It was asked to stop, and goes on next time. */
  record Stopped() implements NightOutcome {}

  /** A step took longer than it may and was ended, which was told; it goes on next time. */
  record Overrun() implements NightOutcome {}

  /**
   * It cannot be done in this work folder; nothing was changed.
   *
   * @param key what to say, with {@code word}
   */
  record Barred(String key, String word) implements NightOutcome {}

  /**
   * A machine or the program failed.
   *
   * @param failure without a word of data
   */
  record Failed(String step, NightFailure failure) implements NightOutcome {}
}
