package cn.bidui.batch;

import cn.bidui.ledger.FileEntry;
import cn.bidui.source.SourceFile;

/** Told what a night is doing; counts only, never a person. */
public interface Progress {

  /** Nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void rows(long more) {}
      };

  /** A step begins; its name is that of the room. */
  void step(String name);

  /** So many more rows were stored; called from several threads. */
  void rows(long more);

  /** There are so many rows, and so many were linked: all, or none if nothing changed. */
  default void linked(int all, int again) {}

  /** A file was answered. */
  default void answered(FileEntry entry) {}

  /**
   * A step took longer than it may and is being ended.
   *
   * @param threads where what the threads were doing was written, within the work folder
   */
  default void overrun(String step, long minutes, String threads) {}

  /** An answer could not be laid into the feedback folder and waits for the next run. */
  default void unsent(SourceFile file) {}
}
