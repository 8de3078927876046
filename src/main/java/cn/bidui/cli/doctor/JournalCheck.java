package cn.bidui.cli.doctor;

import cn.bidui.cli.doctor.Line.Told;
import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.ledger.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether every line of the journal is as it was written, and the published heads lie on it. */
final class JournalCheck implements Check {

  /** Enough of a hash to compare by eye. */
  private static final int HASH_SHOWN = 16;

  @Override
  public String code() {
    return "journal";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    JournalOutline journal = premises.journal();
    Verdict verdict = journal.verdict();
    Head head = verdict.sound();
    Told told = new Told(verdict.message().key(), verdict.message().words());
    if (verdict instanceof Verdict.Torn) {
      return premises.lease().held()
          ? new Looked().ok("growing", head.seq())
          : new Looked().warn("torn", told);
    }
    if (!verdict.ok()) {
      return new Looked().fail("unsound", told);
    }
    if (head.seq() == 0) {
      return used(premises.folder().archive()) ? new Looked().fail("gone") : Looked.off("no-night");
    }
    return new Looked().ok("fine", head.seq(), head.hash().substring(0, HASH_SHOWN));
  }

  /** Whether there is something that a journal must have told of. */
  private static boolean used(Path archive) throws IOException {
    if (!Files.isDirectory(archive)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(archive)) {
      return entries.findAny().isPresent();
    }
  }
}
