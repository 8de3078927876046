package cn.bidui.ledger.audit;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FileEntry.Note;
import cn.bidui.ledger.Keeping;
import cn.bidui.ledger.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The published files against what the journal says of them. */
final class PublishedFiles {

  /** What a deletion lays beside the files that it left: it says so itself. */
  private static final String NOTICE = "更正说明.txt";

  private final Publication reports;
  private final Keeping keeping;
  private final List<Note> faults = new ArrayList<>();
  private final List<LocalDate> gone = new ArrayList<>();
  private int sound;

  PublishedFiles(Path reports, Keeping keeping) {
    this.reports = Publication.under(reports);
    this.keeping = keeping;
  }

  List<Note> faults() {
    return faults;
  }

  /**
   * Nights whose folder is no longer there: reports may be moved away as a whole. Of those that
   * retention removed there is a certificate.
   */
  List<LocalDate> gone() {
    return gone;
  }

  int sound() {
    return sound;
  }

  void check(Published night) throws IOException {
    Path folder = reports.whereItLies(night);
    if (keeping.certified("report:" + night.asOf())) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      gone.add(night.asOf());
      return;
    }
    for (Map.Entry<String, String> file : night.manifest().entrySet()) {
      check(night, folder.resolve(file.getKey()), file);
    }
    for (String name : names(folder)) {
      if (!night.manifest().containsKey(name) && !(name.equals(NOTICE) && takenDown(night))) {
        fault("added-file", night, name);
      }
    }
  }

  private void check(Published night, Path there, Map.Entry<String, String> file)
      throws IOException {
    if (keeping.takenDown(path(night, file.getKey()))) {
      sound++;
    } else if (!Files.isRegularFile(there)) {
      fault("missing-file", night, file.getKey());
    } else if (!Archive.digest(there).equals(file.getValue())) {
      fault("changed-file", night, file.getKey());
    } else {
      sound++;
    }
  }

  private boolean takenDown(Published night) {
    return night.manifest().keySet().stream()
        .anyMatch(name -> keeping.takenDown(path(night, name)));
  }

  private static String path(Published night, String name) {
    return "reports/" + night.asOf() + "/" + name;
  }

  /** Files that office programs leave beside an open one are not ours and no fault. */
  private static SortedSet<String> names(Path folder) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith("~$") && !name.startsWith(".") && !name.endsWith(".tmp")) {
          names.add(folder.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
    return names;
  }

  private void fault(String key, Published night, String name) {
    faults.add(new Note("ledger.audit." + key, List.of(night.asOf().toString(), name)));
  }
}
