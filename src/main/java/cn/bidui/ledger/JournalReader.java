package cn.bidui.ledger;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the journal and checks it while reading: no line is handed on unless it and all lines
 * before it are as they were written. Needs no lease; beside a writer it sees a prefix.
 */
public final class JournalReader {

  private final Path folder;

  private JournalReader(Path folder) {
    this.folder = folder;
  }

  /** The journal of the work folder {@code home}; a missing one reads as empty. */
  public static JournalReader of(Path home) {
    return new JournalReader(JournalFiles.folder(home));
  }

  /** What is done with each line. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes the next line. */
    void line(JournalLine line) throws IOException;
  }

  /**
   * Hands the lines from number {@code from} on to {@code visitor}, up to the first unsound one.
   *
   * @return whether all of it was sound, and if not, where it stopped
   * @throws IOException if the disk fails or a line was written by a newer version
   */
  public Verdict read(long from, Visitor visitor) throws IOException {
    return new JournalScan(from, visitor, List.of()).run(JournalFiles.segments(folder));
  }

  /** Checks every line, and that every anchor lies on the chain, without reading their content. */
  public Verdict verify(List<Head> anchors) throws IOException {
    return check(anchors).verdict();
  }

  /**
   * The same, and over which time the sound lines go.
   *
   * @throws IOException if the disk fails
   */
  public Checked check(List<Head> anchors) throws IOException {
    JournalScan scan = new JournalScan(Long.MAX_VALUE, line -> {}, anchors);
    Verdict verdict = scan.run(JournalFiles.segments(folder));
    return new Checked(verdict, scan.firstAt(), scan.lastAt());
  }

  /**
   * What a check found.
   *
   * @param first when the first line was written, by the clock of then; empty if there is none
   * @param last when the last line that is sound in itself was written
   */
  public record Checked(Verdict verdict, Optional<Instant> first, Optional<Instant> last) {}

  /** Everything that the journal says up to its first unsound line. */
  public JournalState state() throws IOException {
    JournalState state = new JournalState();
    read(1, state::apply);
    return state;
  }

  /** What the journal said before the first entry that {@code until} holds for. */
  public JournalState stateBefore(Predicate<Entry> until) throws IOException {
    return stateBefore(until, line -> {});
  }

  /** The same; {@code all} is handed every line, those after it too. */
  public JournalState stateBefore(Predicate<Entry> until, Visitor all) throws IOException {
    JournalState state = new JournalState();
    boolean[] over = {false};
    read(
        1,
        line -> {
          all.line(line);
          over[0] = over[0] || until.test(line.entry());
          if (!over[0]) {
            state.apply(line);
          }
        });
    return state;
  }
}
