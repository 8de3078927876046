package cn.bidui.batch;

import cn.bidui.intake.AnswerColumn;
import cn.bidui.intake.Intake;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowTape;
import cn.bidui.judge.evidence.KeptNight;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.Entry.Replaced;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.SealedFileException;
import cn.bidui.normalize.RowShelf;
import cn.bidui.source.Cell;
import cn.bidui.source.Content;
import cn.bidui.source.Messages;
import cn.bidui.source.RowCounts;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Deletes what is held about children (个人信息删除): files that name a child become checkpoints without
 * the child's rows, findings leave what was published, and every published file in which the child
 * stands is taken down with a notice in its place. Everything is journaled before it is done, and
 * may be done again after it was cut short.
 */
final class PersonErasure {

  /** What is laid into a published folder from which files were taken down. */
  static final String NOTICE = "更正说明.txt";

  private final NightOrder order;
  private final OpenRecord record;
  private final Checkpoints checkpoints;
  private final Purge purge;

  PersonErasure(NightOrder order, OpenRecord record, RowShelf shelf, Intake intake) {
    this.order = order;
    this.record = record;
    this.checkpoints = new Checkpoints(record.archive(), record.state(), shelf, intake);
    this.purge = new Purge(order, record, shelf, intake);
  }

  /** Deletes; tells how much, by kind. Nothing is deleted if a file cannot be read again. */
  SortedMap<String, Long> erase(List<PersonTraces> children, String by) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put("rows", children.stream().mapToLong(child -> child.rows().size()).sum());
    counts.put("findings", children.stream().mapToLong(child -> child.findings().size()).sum());
    counts.put("files", (long) files(children, by));
    findings(children, by);
    counts.put("evidence", (long) evidence(children, by));
    counts.put("words", (long) words(children, by) + texts(children, by));
    purge.tidy();
    counts.put("published", (long) takeDown(children, by));
    return counts;
  }

  private int files(List<PersonTraces> children, String by) throws IOException {
    Map<SourceFile, Set<Checkpoints.Spot>> spots = new TreeMap<>();
    for (PersonTraces child : children) {
      for (PersonTraces.Row row : child.rows()) {
        spots
            .computeIfAbsent(row.place().file(), none -> new HashSet<>())
            .add(new Checkpoints.Spot(row.place().sheet(), row.place().row()));
      }
    }
    for (SourceFile file : unread(children)) {
      spots.putIfAbsent(file, Set.of());
    }
    RowTape.Keep words = new Without(children);
    List<Replaced> replaced = new ArrayList<>();
    for (Map.Entry<SourceFile, Set<Checkpoints.Spot>> each : spots.entrySet()) {
      SourceFile file = each.getKey();
      Checkpoints.Made made =
          checkpoints
              .make(
                  file,
                  true,
                  row -> each.getValue().contains(new Checkpoints.Spot(row.sheet(), row.row())),
                  words)
              .orElseThrow(() -> new IOException("a file that names the child was not read yet"));
      replaced.add(erased(file.sha256(), made.digest(), by, made.left()));
    }
    record.journal().appendAll(replaced);
    return replaced.size();
  }

  /**
   * Files of which no row was read, and which name the child all the same: refused ones, answers.
   */
  private List<SourceFile> unread(List<PersonTraces> children) throws IOException {
    Search search = new Search(children);
    Set<String> seen = new HashSet<>();
    for (PersonTraces child : children) {
      child.rows().forEach(row -> seen.add(row.place().file().sha256()));
    }
    List<SourceFile> found = new ArrayList<>();
    for (Entry.FileAnswered answered : record.state().answeredFiles()) {
      String sha256 = answered.file().sha256();
      if (seen.add(sha256)
          && record.archive().holds(sha256)
          && search.in(record.archive().content(sha256))) {
        found.add(answered.file());
      }
    }
    return found;
  }

  private Replaced erased(String sha256, String standIn, String by, RowCounts left) {
    return new Replaced(sha256, standIn, Replaced.Why.ERASED, order.asOf(), by, left);
  }

  /** Words outside the rows, without the children. */
  private record Without(List<PersonTraces> children) implements RowTape.Keep {

    @Override
    public ReadRow row(ReadRow row) {
      if (!(row instanceof ReadRow.Answer answer)) {
        return row;
      }
      Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
      answer.cells().forEach((column, cell) -> cells.put(column, cell(cell)));
      return new ReadRow.Answer(
          answer.sheet(), answer.row(), answer.key(), answer.check(), cells, answer.slip());
    }

    private Cell cell(Cell cell) {
      String rest = words(cell.text());
      return rest.equals(cell.text()) ? cell : Cell.text(rest);
    }

    @Override
    public String words(String text) {
      String rest = text;
      for (PersonTraces child : children) {
        rest = rest.replace(child.id(), "");
        for (String name : child.names()) {
          rest = rest.replace(name, "");
        }
      }
      return rest;
    }

    @Override
    public String toString() {
      return "Without[]";
    }
  }

  private void findings(List<PersonTraces> children, String by) throws IOException {
    Set<String> done = new HashSet<>();
    for (Published night : record.state().publications()) {
      if (done.add(night.findings()) && record.archive().holds(night.findings())) {
        List<LedgerFinding> all = read(night);
        List<LedgerFinding> others =
            all.stream()
                .filter(each -> children.stream().noneMatch(child -> child.names(each)))
                .toList();
        if (others.size() < all.size()) {
          String rest = record.archive().put(FindingsBlob.write(others));
          record.journal().append(erased(night.findings(), rest, by, RowCounts.NONE));
        }
      }
    }
  }

  private List<LedgerFinding> read(Published night) throws IOException {
    try (InputStream blob = record.archive().open(night.findings())) {
      return FindingsBlob.read(blob);
    }
  }

  /** What people wrote about the child's findings and cases, where it names the child. */
  private int words(List<PersonTraces> children, String by) throws IOException {
    Set<String> digests = new TreeSet<>();
    children.stream()
        .flatMap(child -> child.said().stream())
        .forEach(
            said -> {
              if (said.entry() instanceof Entry.Answered answer) {
                digests.add(answer.note());
              } else if (said.entry() instanceof Entry.CaseActed act) {
                digests.add(act.words());
              }
            });
    digests.remove("");
    Search search = new Search(children);
    int removed = 0;
    for (String digest : digests) {
      if (record.archive().holds(digest) && search.in(record.archive().content(digest))) {
        record.journal().append(erased(digest, "", by, RowCounts.NONE));
        removed++;
      }
    }
    return removed;
  }

  /**
   * What nights kept to judge their findings again, as a whole where a child is in it: of those
   * nights no finding can be judged again.
   */
  private int evidence(List<PersonTraces> children, String by) throws IOException {
    Search search = new Search(children);
    Set<RowRef> places = new HashSet<>();
    children.forEach(child -> child.rows().forEach(row -> places.add(row.place())));
    Set<String> done = new HashSet<>();
    int removed = 0;
    for (Published night : record.state().publications()) {
      String digest = night.kept().getOrDefault(NightEvidence.KEPT, "");
      if (done.add(digest) && holds(night, digest, places, search)) {
        record.journal().append(erased(digest, "", by, RowCounts.NONE));
        removed++;
      }
    }
    return removed;
  }

  /** What cannot be opened any more is of no use to anybody, and may hold a child. */
  private boolean holds(Published night, String digest, Set<RowRef> places, Search search)
      throws IOException {
    try {
      Optional<KeptNight> kept = NightEvidence.of(night, record.archive());
      return kept.isPresent()
          && (names(kept.get(), places) || search.in(record.archive().content(digest)));
    } catch (SealedFileException unreadable) {
      return true;
    }
  }

  private static boolean names(KeptNight kept, Set<RowRef> places) {
    return kept.departed().stream().anyMatch(pupil -> places.contains(pupil.place()))
        || kept.rows().values().stream()
            .flatMap(List::stream)
            .anyMatch(row -> places.contains(row.place()));
  }

  /**
   * Other texts that the journal names and in which a child is mentioned: ledgers of the bureau's
   * own go whole, of the rest the child's name and id are taken out.
   */
  private int texts(List<PersonTraces> children, String by) throws IOException {
    Search search = new Search(children);
    Without without = new Without(children);
    SortedMap<String, Boolean> whole = new TreeMap<>();
    JournalReader.of(order.folder().home()).read(1, line -> texts(line.entry(), whole));
    whole.remove("");
    int changed = 0;
    for (Map.Entry<String, Boolean> text : whole.entrySet()) {
      Content content = record.archive().content(text.getKey());
      boolean there =
          record.archive().holds(text.getKey())
              && !record.state().replacements().removed(text.getKey());
      if (there && search.in(content)) {
        record
            .journal()
            .append(erased(text.getKey(), rest(text, content, without), by, RowCounts.NONE));
        changed++;
      }
    }
    return changed;
  }

  private String rest(Map.Entry<String, Boolean> text, Content content, Without without)
      throws IOException {
    return text.getValue()
        ? ""
        : record
            .archive()
            .put(
                without
                    .words(new String(content.bytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
  }

  private static void texts(Entry entry, Map<String, Boolean> whole) {
    if (entry instanceof Entry.LedgerImported ledger) {
      whole.put(ledger.sha256(), true);
    } else if (entry instanceof Entry.AnswersRead read) {
      whole.put(read.result(), false);
    } else if (entry instanceof Entry.DutiesTaken duties) {
      whole.put(duties.digest(), false);
    } else if (entry instanceof Entry.Withdrawn withdrawn) {
      whole.put(withdrawn.note(), false);
    } else if (entry instanceof Entry.Undone undone) {
      whole.put(undone.note(), false);
    } else if (entry instanceof Entry.Revealed revealed) {
      whole.put(revealed.purpose(), false);
    } else if (entry instanceof Entry.PersonAsked asked) {
      whole.put(asked.words(), false);
    }
  }

  /** Published files and answers in which the child stands; the journal names them first. */
  private int takeDown(List<PersonTraces> children, String by) throws IOException {
    Search search = new Search(children);
    List<Path> taken = new ArrayList<>();
    for (Path folder : ErasedPlaces.published(order.folder())) {
      for (Path file : ErasedPlaces.files(folder)) {
        if (search.in(file)) {
          taken.add(file);
        }
      }
    }
    List<String> reports =
        taken.stream()
            .map(file -> order.folder().home().relativize(file).toString().replace('\\', '/'))
            .filter(name -> name.startsWith("reports/"))
            .toList();
    if (!reports.isEmpty()) {
      record.journal().append(new Entry.TakenDown(order.asOf(), by, reports));
    }
    for (Path file : taken) {
      notice(order.folder().home().relativize(file));
      Files.delete(file);
    }
    return taken.size();
  }

  /** Beside what is left of the night. */
  private void notice(Path taken) throws IOException {
    if (taken.getNameCount() < 2 || !taken.getName(0).toString().equals("reports")) {
      return;
    }
    Path folder = order.folder().home().resolve(taken.subpath(0, 2));
    if (Files.isDirectory(folder)) {
      String text =
          Messages.ZH.text("report.erased.notice", order.asOf().toString())
              + "\n"
              + Messages.EN.text("report.erased.notice", order.asOf().toString())
              + "\n";
      Files.write(folder.resolve(NOTICE), text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
