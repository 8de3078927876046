package cn.bidui.cli;

import cn.bidui.collect.Sighting;
import cn.bidui.source.FileState;
import java.util.Map;
import java.util.Set;

/** How a wave of files ended. */
sealed interface WaveEnd {

  /**
   * All of them were answered, or left where they are because they changed.
   *
   * @param stuck files that could not be removed from the inbox
   * @param answers how many got which answer
   */
  record Done(Set<Sighting> stuck, Map<FileState, Integer> answers) implements WaveEnd {

    /** Nothing had to be done. */
    static final Done NOTHING = new Done(Set.of(), Map.of());

    int exit() {
      if (answers.containsKey(FileState.HELD)) {
        return ExitCode.HELD;
      }
      return answers.containsKey(FileState.REFUSED) ? ExitCode.REFUSED : ExitCode.DONE;
    }
  }

  /** Another run has the work folder. */
  record Busy(String pid, String host, String since) implements WaveEnd {}

  /** It was asked to stop; the rest is for the next. */
  record Stopped() implements WaveEnd {}

  /**
   * Something failed; nothing is lost.
   *
   * @param key what to say, with {@code word}
   */
  record Failed(int exit, String key, String word) implements WaveEnd {}
}
