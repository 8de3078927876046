package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a check of the journal found (核验结论). */
public sealed interface Verdict {

  /** How far the journal is sound. */
  Head sound();

  /** Every line is as it was written, and every anchor lies on the chain. */
  record Intact(Head sound) implements Verdict {}

  /**
   * The last append was cut short by a crash. What it said never took effect.
   *
   * @param segment the file that it stands in
   * @param from offset of the first byte of the unfinished rest
   * @param bytes length of that rest
   */
  record Torn(Head sound, Path segment, long from, long bytes) implements Verdict {
    /** The number of the line that is not whole. */
    public long seq() {
      return sound.seq() + 1;
    }
  }

  /** A line was changed, removed, added or moved. */
  record Changed(Head sound, Fault fault) implements Verdict {
    /** The first line that is not what was written. */
    public long seq() {
      return sound.seq() + 1;
    }
  }

  /** The journal is sound but shorter than an anchor kept elsewhere says. */
  record CutOff(Head sound, Head anchor) implements Verdict {
    /** The first line that is missing. */
    public long seq() {
      return sound.seq() + 1;
    }
  }

  /**
   * The journal is sound in itself but is not the one that the anchor was taken from.
   *
   * @param sound the last anchor before it that agrees; {@link Head#NONE} if none does
   * @param anchor the first that does not: some line up to it was not written then
   */
  record Rewritten(Head sound, Head anchor) implements Verdict {}

  /** What is wrong with the first wrong line. */
  enum Fault {
    /** Its bytes do not have the hash that it carries. */
    CONTENT,
    /** It is as somebody wrote it but does not follow the line before it. */
    ORDER,
    /** It was written under an older lease than the line before it. */
    EPOCH
  }

  /** {@code intact}, {@code torn}, {@code changed}, {@code cut-off} or {@code rewritten}. */
  default String code() {
    if (this instanceof Intact) {
      return "intact";
    } else if (this instanceof Torn) {
      return "torn";
    } else if (this instanceof Changed) {
      return "changed";
    }
    return this instanceof CutOff ? "cut-off" : "rewritten";
  }

  /** Whether nothing is wrong. */
  default boolean ok() {
    return this instanceof Intact;
  }

  /** What to tell the person who asked, as a key of the {@code ledger} catalog with its words. */
  default FileEntry.Note message() {
    String last = Long.toString(sound().seq());
    String first = Long.toString(sound().seq() + 1);
    if (this instanceof Torn torn) {
      return note("torn", first, Long.toString(torn.bytes()));
    } else if (this instanceof Changed changed) {
      return note("changed-" + changed.fault().name().toLowerCase(Locale.ROOT), first);
    } else if (this instanceof CutOff cut) {
      return note("cut-off", first, Long.toString(cut.anchor().seq()));
    } else if (this instanceof Rewritten rewritten) {
      return note("rewritten", Long.toString(rewritten.anchor().seq()), last);
    }
    return note("intact", last);
  }

  private static FileEntry.Note note(String key, String... words) {
    return new FileEntry.Note("ledger.verdict." + key, List.of(words));
  }
}
