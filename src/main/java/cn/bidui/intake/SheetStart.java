package cn.bidui.intake;

import cn.bidui.plan.ProfileColumn;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the first rows of a sheet tell: where the header stands, which list it is, whether the
 * content agrees. The rows that were looked at are kept for whoever reads on.
 */
final class SheetStart {

  /** One of so many rows with a citizen id makes a list; instructions have one example. */
  private static final int RECORDS_OF = 3;

  private final HeaderFinder headers;
  private final IntakeLimits limits;
  private final RawSheet sheet;
  private final String file;
  private final String name;
  private final HeaderProblems faults;
  private final List<RawRow> rows = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private SheetReading.State state = SheetReading.State.READ;
  private List<ColumnReading> columns = List.of();
  private @Nullable MergedCells merged;
  private @Nullable Mapping mapping;

  SheetStart(HeaderFinder headers, RawSheet sheet, String file, String name) {
    this.headers = headers;
    this.limits = headers.limits();
    this.sheet = sheet;
    this.file = file;
    this.name = name;
    this.faults = new HeaderProblems(file, name);
  }

  /** Reads as many rows as it takes. */
  SheetStart look() throws Refusal {
    readUpTo(limits.headerRows().value());
    Optional<HeaderLine> line = header();
    if (line.isPresent()) {
      recognize(line.get());
    } else {
      noHeader();
    }
    return this;
  }

  /** Merged cells are looked up only where they matter: it takes a second look at the sheet. */
  private Optional<HeaderLine> header() throws Refusal {
    Optional<HeaderLine> line = headers.find(rows);
    if (line.isPresent() && line.get().grouped()) {
      line = headers.find(rows, merged());
    }
    return line.isPresent() && line.get().blankBelow(rows)
        ? Optional.of(line.get().stretched(rows, merged()))
        : line;
  }

  private MergedCells merged() throws Refusal {
    if (merged == null) {
      merged = new MergedCells(sheet.merged());
    }
    return merged;
  }

  private void noHeader() {
    if (rows.stream().allMatch(RawRow::blank)) {
      state = SheetReading.State.EMPTY;
    } else {
      state = records() ? SheetReading.State.REFUSED : SheetReading.State.NO_HEADER;
      problems.add(faults.notFound(rows));
    }
  }

  /** Whether persons stand here without a header: they must not be passed over in silence. */
  private boolean records() {
    List<RawRow> filled = rows.stream().filter(row -> !row.blank()).toList();
    long persons = filled.stream().filter(SheetStart::person).count();
    return persons * RECORDS_OF >= filled.size();
  }

  private static boolean person(RawRow row) {
    return row.cells().stream().anyMatch(ContentEvidence::citizenId);
  }

  private void readUpTo(long count) throws Refusal {
    while (rows.size() < count) {
      @Nullable RawRow row = sheet.next();
      if (row == null) {
        return;
      }
      rows.add(row);
    }
  }

  private void recognize(HeaderLine line) throws Refusal {
    String caption = caption(line);
    Recognition recognition = Recognition.of(headers, line, caption);
    if (recognition instanceof Recognition.Known known) {
      known(known.match(), caption);
    } else if (recognition instanceof Recognition.Incomplete incomplete) {
      problems.addAll(faults.incomplete(incomplete.nearest()));
      refuse(List.of(incomplete.nearest()));
    } else if (recognition instanceof Recognition.Ambiguous ambiguous) {
      problems.add(faults.ambiguous(line, ambiguous.candidates()));
      refuse(ambiguous.candidates());
    }
  }

  private void known(ProfileMatch match, String caption) throws Refusal {
    columns = match.columns();
    if (!match.profile().instead().isEmpty()) {
      problems.add(faults.notTaken(match));
      state = SheetReading.State.NO_PERSONS;
      return;
    }
    mapping = Mapping.of(file, name, match, caption);
    readUpTo(match.line().last() + 1 + limits.evidenceRows().value());
    check(match, mapping);
    state = problems.isEmpty() ? state : SheetReading.State.REFUSED;
  }

  private void refuse(List<ProfileMatch> candidates) {
    columns = candidates.get(0).columns();
    boolean persons = candidates.stream().anyMatch(SheetStart::persons);
    state = persons ? SheetReading.State.REFUSED : SheetReading.State.NO_PERSONS;
  }

  /** All that may name the list: the rows above the header, the sheet's name and the file's. */
  private String caption(HeaderLine line) {
    return SheetHead.caption(rows.subList(0, line.first()), name, file);
  }

  private static boolean persons(ProfileMatch match) {
    return match.has(Field.NAME)
        || match.has(Field.CITIZEN_ID)
        || match.has(Field.HEAD_NAME)
        || match.has(Field.PAYEE_NAME);
  }

  private void check(ProfileMatch match, Mapping mapped) throws Refusal {
    List<RawRow> data = data(mapped);
    for (RawRow row : data) {
      @Nullable Field conflict = mapped.conflict(row);
      if (conflict != null) {
        problems.add(faults.twice(match, conflict, row.number()));
        return;
      }
    }
    for (ProfileColumn column : match.profile().columns()) {
      if (match.has(column.field())) {
        checkContent(match, column, data);
      }
    }
  }

  /** The buffered rows that should be records. */
  private List<RawRow> data(Mapping mapped) throws Refusal {
    NoteRows notes = notes(mapped);
    FillDown fill = fill(mapped);
    List<RawRow> data = new ArrayList<>();
    for (RawRow row : rest(mapped)) {
      if (!row.blank() && !notes.note(row)) {
        data.add(fill.filled(row));
      }
    }
    return data;
  }

  /** A fresh one: it goes through the rows once. */
  FillDown fill(Mapping mapped) {
    return new FillDown(mapped.filledDown(), this::merged);
  }

  private void checkContent(ProfileMatch match, ProfileColumn column, List<RawRow> data) {
    int looked = 0;
    int misses = 0;
    for (RawRow row : data) {
      Cell cell = row.cell(match.cells(column.field()).get(0).column());
      if (!ContentEvidence.empty(cell)) {
        looked++;
        misses += ContentEvidence.supports(column.evidence(), cell) ? 0 : 1;
      }
    }
    boolean doubtful = match.weak(column.field()) && misses * 2 >= looked;
    if (misses > allowed(looked) || (misses > 0 && doubtful)) {
      problems.add(faults.contentDiffers(match, column.field(), misses, looked));
    }
  }

  private long allowed(int looked) {
    long share = looked * (100 - limits.evidencePercent().value()) / 100;
    return Math.max(limits.evidenceMisses().value(), share);
  }

  NoteRows notes(Mapping mapped) {
    HeaderLine line = mapped.match().line();
    return new NoteRows(
        mapped, rows.subList(0, line.first()), rows.subList(line.first(), line.last() + 1));
  }

  SheetReading.State state() {
    return state;
  }

  /** The mapping, if the list was recognized. */
  Optional<Mapping> mapping() {
    return Optional.ofNullable(mapping);
  }

  /** Why the sheet cannot be read; for skipped sheets, why it would be refused if it were alone. */
  List<FileProblem> problems() {
    return problems;
  }

  HeaderProblems faults() {
    return faults;
  }

  /** What was made of each column; empty if no header was found. */
  List<ColumnReading> columns() {
    return columns;
  }

  /** The texts above the header. */
  List<String> titles(Mapping mapped) {
    return above(mapped.match().line());
  }

  private List<String> above(HeaderLine line) {
    return rows.subList(0, line.first()).stream()
        .map(NoteRows::joined)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The rows after the header that were looked at. */
  List<RawRow> rest(Mapping mapped) {
    return rows.subList(mapped.match().line().last() + 1, rows.size());
  }
}
