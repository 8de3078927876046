package cn.bidui.batch;

import cn.bidui.intake.FindBase;
import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowCursor;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.CaseLog;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.FindingsBlob;
import cn.bidui.ledger.JournalState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.person.CitizenId;
import cn.bidui.person.PersonName;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one child stands in the record (个人信息查找): rows of received files, findings of published
 * nights, and what people said about them. Read from journal and archive alone; changes nothing.
 *
 * @param rows in order of file, sheet and row
 * @param findings by id, as each was published last
 * @param names under which the child stands there
 */
public record PersonTraces(
    String id,
    List<Row> rows,
    SortedMap<String, Told> findings,
    List<CaseLog.Said> said,
    SortedSet<String> names) {

  /**
   * A row that names the child.
   *
   * @param cells what stands in it, by the text of its column
   */
  public record Row(RowRef place, String list, Map<String, String> cells) {

    /** The place only: the cells name a person. */
    @Override
    public String toString() {
      return "Row[" + place + "]";
    }
  }

  /** A finding and the night that published it last. */
  public record Told(LocalDate asOf, LedgerFinding finding) {}

  /** Finds everything about the child with that id. */
  public static PersonTraces of(
      CitizenId id, JournalState state, Archive archive, ColumnProfiles profiles)
      throws IOException {
    Search search = new Search(id.text(), state, archive, profiles);
    search.rows();
    search.findings();
    search.rowsWithoutId();
    return search.found();
  }

  /** The cases that its findings belong to. */
  public Set<String> cases() {
    Set<String> cases = new TreeSet<>();
    findings.values().forEach(told -> cases.add(told.finding().finding().caseId()));
    return cases;
  }

  /** Whether that finding is about the child alone or names it. */
  boolean names(LedgerFinding finding) {
    return findings.containsKey(finding.finding().id());
  }

  /** Nothing but the number of places: the rest names a person. */
  @Override
  public String toString() {
    return "PersonTraces[" + rows.size() + " rows, " + findings.size() + " findings]";
  }

  /** As a person reads it: a file stores the number 5 as {@code 5.0}. */
  static String shown(Cell cell) {
    String text = cell.text().strip();
    boolean whole = cell.kind() == Cell.Kind.NUMBER && text.endsWith(".0");
    return whole ? text.substring(0, text.length() - 2) : text;
  }

  /** One search. */
  private static final class Search {
    private final String id;
    private final JournalState state;
    private final Archive archive;
    private final Intake intake;
    private final TreeMap<RowRef, Row> rows = new TreeMap<>();
    private final SortedSet<String> names = new TreeSet<>();
    private final SortedMap<String, Told> findings = new TreeMap<>();

    Search(String id, JournalState state, Archive archive, ColumnProfiles profiles) {
      this.id = id;
      this.state = state;
      this.archive = archive;
      this.intake = new Intake(profiles, IntakeLimits.defaults(), this::base);
    }

    private Optional<FindBase.Base> base(String sha256, long receipt) {
      return state
          .shownAs(receipt)
          .map(found -> found.received().file())
          .filter(file -> file.sha256().equals(sha256))
          .filter(file -> archive.holds(sha256))
          .map(file -> new FindBase.Base(archive.content(sha256), file.name()));
    }

    void rows() {
      Set<String> seen = new HashSet<>();
      for (FileAnswered answered : state.answeredFiles()) {
        SourceFile file = answered.file();
        if (seen.add(file.sha256()) && archive.holds(file.sha256())) {
          read(file, (place, row) -> takeWithId(place, row));
        }
      }
    }

    /** What is done with each row of cells. */
    private interface Taker {
      void row(RowRef place, SheetRow row);
    }

    private void read(SourceFile file, Taker taker) {
      Intake then = intake.remembering(state.headersKnownTo(file.sha256()));
      try (RowCursor cursor = then.open(archive.content(file.sha256()), file.name())) {
        for (@Nullable ReadRow row = cursor.next(); row != null; row = cursor.next()) {
          RowRef place = new RowRef(file, row.sheet(), row.row());
          if (row instanceof ReadRow.Data data) {
            taker.row(place, data.cells());
          } else if (row instanceof ReadRow.Corrected corrected) {
            taker.row(place, corrected.cells());
          }
        }
      }
    }

    private void takeWithId(RowRef place, SheetRow row) {
      if (row.cells().stream().anyMatch(cell -> holds(cell.text()))) {
        take(place, row);
        if (holds(row.text(Field.CITIZEN_ID)) || holds(row.text(Field.STUDENT_NUMBER))) {
          name(row.text(Field.NAME));
          name(row.text(Field.FORMER_NAME));
        }
      }
    }

    private boolean holds(String text) {
      return text.toUpperCase(Locale.ROOT).contains(id);
    }

    private void name(String text) {
      if (!text.isBlank()) {
        names.add(text);
        names.add(PersonName.of(text).folded());
      }
    }

    private void take(RowRef place, SheetRow row) {
      Map<String, String> cells = new LinkedHashMap<>();
      Header header = row.header();
      for (int column = 0; column < row.cells().size(); column++) {
        Cell cell = row.cells().get(column);
        String title =
            column < header.texts().size() ? header.texts().get(column) : String.valueOf(column);
        if (!cell.text().isBlank()) {
          cells.put(title, shown(cell));
        }
      }
      rows.put(place, new Row(place, header.list().code(), cells));
    }

    void findings() throws IOException {
      Set<String> keys = new HashSet<>();
      List<Published> nights =
          state.publications().stream().filter(night -> archive.holds(night.findings())).toList();
      for (Published night : nights) {
        for (LedgerFinding finding : read(night)) {
          if (aboutChild(finding)) {
            keys.add(finding.finding().personKey());
          }
        }
      }
      keys.remove("");
      for (Published night : nights) {
        for (LedgerFinding finding : read(night)) {
          if (keys.contains(finding.finding().personKey()) || namesChild(finding)) {
            findings.put(finding.finding().id(), new Told(night.asOf(), finding));
          }
        }
      }
    }

    private List<LedgerFinding> read(Published night) throws IOException {
      try (InputStream blob = archive.open(night.findings())) {
        return FindingsBlob.read(blob);
      }
    }

    private boolean restsOnRows(LedgerFinding finding) {
      return finding.finding().evidence().stream().anyMatch(rows::containsKey);
    }

    private boolean aboutChild(LedgerFinding finding) {
      return restsOnRows(finding)
          && finding.finding().subjectKind().equals("person")
          && names.contains(finding.finding().name());
    }

    /** Of several children one of whom this is: where it is named in words. */
    private boolean namesChild(LedgerFinding finding) {
      return restsOnRows(finding)
          && finding.finding().explanation().words().stream()
              .anyMatch(word -> holds(word) || names.stream().anyMatch(word::contains));
    }

    /** Rows with a wrong id or none, as far as a finding says that they are the child's. */
    void rowsWithoutId() {
      Set<RowRef> others = new TreeSet<>();
      findings.values().forEach(told -> others.addAll(told.finding().finding().evidence()));
      others.removeIf(rows::containsKey);
      Set<SourceFile> files = new TreeSet<>();
      others.forEach(place -> files.add(place.file()));
      for (SourceFile file : files) {
        if (archive.holds(file.sha256())) {
          read(file, (place, row) -> takeNamed(others, place, row));
        }
      }
    }

    private void takeNamed(Set<RowRef> others, RowRef place, SheetRow row) {
      boolean named =
          names.contains(row.text(Field.NAME))
              || names.contains(PersonName.of(row.text(Field.NAME)).folded());
      if (others.contains(place) && named) {
        take(place, row);
      }
    }

    PersonTraces found() {
      Set<String> about = new HashSet<>(findings.keySet());
      findings.values().forEach(told -> about.add(told.finding().finding().caseId()));
      List<CaseLog.Said> said =
          state.cases().said().stream()
              .filter(
                  each ->
                      (each.entry() instanceof Entry.Answered answer
                              && about.contains(answer.findingId()))
                          || (each.entry() instanceof Entry.CaseActed act
                              && about.contains(act.caseId())))
              .toList();
      return new PersonTraces(id, List.copyOf(rows.values()), findings, said, names);
    }
  }

  public PersonTraces {
    rows = List.copyOf(rows);
    said = List.copyOf(said);
  }
}
