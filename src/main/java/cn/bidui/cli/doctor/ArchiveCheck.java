package cn.bidui.cli.doctor;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalOutline;
import cn.bidui.source.Legible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether everything that was taken is in the archive, and some of it, or all, still intact. */
final class ArchiveCheck implements Check {

  private static final int SAMPLE = 8;
  private static final int TOLD = 5;

  @Override
  public String code() {
    return "archive";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Archive archive = Archive.of(premises.folder().home());
    SortedMap<String, String> known = known(premises.journal());
    if (known.isEmpty()) {
      return Looked.off("none");
    }
    List<String> missing = new ArrayList<>();
    known.forEach(
        (digest, name) -> {
          if (!archive.holds(digest)) {
            missing.add(name);
          }
        });
    List<String> read = premises.depth().everything() ? List.copyOf(known.keySet()) : sample(known);
    List<String> damaged = damaged(archive, read, known);
    Looked looked = new Looked();
    if (!missing.isEmpty()) {
      looked.fail("missing", missing.size(), first(missing));
    }
    if (!damaged.isEmpty()) {
      looked.fail("damaged", damaged.size(), first(damaged));
    }
    return looked.fine() ? looked.ok("fine", known.size(), read.size()) : looked;
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(TOLD, all.size()));
  }

  private static List<String> damaged(
      Archive archive, List<String> read, SortedMap<String, String> known) throws IOException {
    List<String> damaged = new ArrayList<>();
    for (String digest : read) {
      if (archive.holds(digest) && !archive.intact(digest)) {
        damaged.add(known.getOrDefault(digest, digest));
      }
    }
    return damaged;
  }

  /** Evenly over the digests, which are in no order of ours. */
  private static List<String> sample(SortedMap<String, String> known) {
    List<String> all = List.copyOf(known.keySet());
    int step = Math.max(1, all.size() / SAMPLE);
    List<String> sample = new ArrayList<>();
    for (int each = 0; each < all.size() && sample.size() < SAMPLE; each += step) {
      sample.add(all.get(each));
    }
    return sample;
  }

  /**
   * By digest, what people call it: files as they were named, but those that were removed since;
   * and what the last night kept.
   */
  private static SortedMap<String, String> known(JournalOutline journal) {
    SortedMap<String, String> known = new TreeMap<>();
    for (FileAnswered answered : journal.state().answeredFiles()) {
      known.putIfAbsent(answered.file().sha256(), Legible.line(answered.file().name()));
    }
    known.keySet().removeAll(journal.replaced());
    journal.state().latest().ifPresent(night -> known.putAll(kept(night)));
    return known;
  }

  private static Map<String, String> kept(Published night) {
    Map<String, String> kept = new TreeMap<>();
    kept.put(night.findings(), night.asOf() + " findings");
    kept.put(night.jobs(), night.asOf() + " jobs");
    return kept;
  }
}
