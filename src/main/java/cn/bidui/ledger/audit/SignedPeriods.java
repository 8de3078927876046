package cn.bidui.ledger.audit;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.PeriodSigned;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.Keeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of signed periodic reports against what was signed. */
final class SignedPeriods {

  private final Path periods;
  private final Keeping keeping;
  private final List<Note> faults = new ArrayList<>();

  SignedPeriods(Path reports, Keeping keeping) {
    this.periods = reports.resolve("periods");
    this.keeping = keeping;
  }

  List<Note> faults() {
    return faults;
  }

  /** A folder that is not there was moved away as a whole, or purged. */
  void check(PeriodSigned signed) throws IOException {
    Path folder = periods.resolve(signed.period());
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Map.Entry<String, String> file : files(signed).entrySet()) {
      Path there = folder.resolve(file.getKey());
      if (keeping.takenDown("reports/periods/" + signed.period() + "/" + file.getKey())) {
        continue;
      }
      if (!Files.isRegularFile(there)) {
        fault("missing-signed", signed, file.getKey());
      } else if (!Archive.digest(there).equals(file.getValue())) {
        fault("changed-signed", signed, file.getKey());
      }
    }
  }

  /** Of what earlier versions signed, the figures alone are known. */
  private static SortedMap<String, String> files(PeriodSigned signed) {
    SortedMap<String, String> files = new TreeMap<>(signed.files());
    if (files.isEmpty()) {
      int version = signed.correction();
      String name = version == 0 ? "data/figures.txt" : "data/figures-" + version + ".txt";
      files.put(name, signed.figures());
    }
    return files;
  }

  private void fault(String key, PeriodSigned signed, String name) {
    faults.add(new Note("ledger.audit." + key, List.of(signed.period(), name, signed.by())));
  }
}
