package cn.bidui.intake;

import static java.util.stream.Collectors.joining;

import cn.bidui.plan.ColumnProfiles;
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

  private final ColumnProfiles profiles;
  private final IntakeLimits limits;
  private final RawSheet sheet;
  private final String file;
  private final String name;
  private final HeaderProblems faults;
  private final List<RawRow> rows = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private SheetReading.State state = SheetReading.State.READ;
  private @Nullable Mapping mapping;

  SheetStart(
      ColumnProfiles profiles, IntakeLimits limits, RawSheet sheet, String file, String name) {
    this.profiles = profiles;
    this.limits = limits;
    this.sheet = sheet;
    this.file = file;
    this.name = name;
    this.faults = new HeaderProblems(file, name);
  }

  /** Reads as many rows as it takes. */
  SheetStart look() throws Refusal {
    readUpTo(limits.headerRows().value());
    Optional<HeaderLine> line = new HeaderFinder(profiles, limits).find(rows);
    if (line.isPresent()) {
      recognize(line.get());
    } else {
      noHeader();
    }
    return this;
  }

  private void noHeader() {
    if (rows.stream().allMatch(RawRow::blank)) {
      state = SheetReading.State.EMPTY;
    } else {
      state = SheetReading.State.NO_HEADER;
      problems.add(faults.notFound(rows));
    }
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
    Recognition recognition = Recognition.of(profiles, line, caption);
    if (recognition instanceof Recognition.Known known
        && !known.match().profile().instead().isEmpty()) {
      problems.add(faults.notTaken(known.match()));
      state = SheetReading.State.NO_PERSONS;
      return;
    }
    if (recognition instanceof Recognition.Known known) {
      mapping = Mapping.of(file, name, known.match(), caption);
      readUpTo(line.last() + 1 + limits.evidenceRows().value());
      check(known.match(), mapping);
      state = problems.isEmpty() ? state : SheetReading.State.REFUSED;
      return;
    }
    state = SheetReading.State.REFUSED;
    if (recognition instanceof Recognition.Incomplete incomplete) {
      problems.addAll(faults.incomplete(incomplete.nearest()));
      state = persons(incomplete.nearest()) ? state : SheetReading.State.NO_PERSONS;
    } else if (recognition instanceof Recognition.Ambiguous ambiguous) {
      problems.add(faults.ambiguous(line, ambiguous.candidates()));
      boolean persons = ambiguous.candidates().stream().anyMatch(SheetStart::persons);
      state = persons ? state : SheetReading.State.NO_PERSONS;
    }
  }

  /** All that may name the list: the rows above the header, the sheet's name and the file's. */
  private String caption(HeaderLine line) {
    return rows.subList(0, line.first()).stream().map(NoteRows::joined).collect(joining(" "))
        + " "
        + name
        + " "
        + file;
  }

  private static boolean persons(ProfileMatch match) {
    return match.has(Field.NAME)
        || match.has(Field.CITIZEN_ID)
        || match.has(Field.HEAD_NAME)
        || match.has(Field.PAYEE_NAME);
  }

  private void check(ProfileMatch match, Mapping mapped) {
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
  private List<RawRow> data(Mapping mapped) {
    NoteRows notes = notes(mapped);
    return rows.subList(mapped.match().line().last() + 1, rows.size()).stream()
        .filter(row -> !row.blank() && !notes.note(row))
        .toList();
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
    long allowed =
        Math.max(
            limits.evidenceMisses().value(),
            looked * (100 - limits.evidencePercent().value()) / 100);
    if (misses > allowed) {
      problems.add(faults.contentDiffers(match, column.field(), misses, looked));
    }
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

  /** The texts above the header. */
  List<String> titles(Mapping mapped) {
    return rows.subList(0, mapped.match().line().first()).stream()
        .map(NoteRows::joined)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The rows after the header that were looked at. */
  List<RawRow> rest(Mapping mapped) {
    return rows.subList(mapped.match().line().last() + 1, rows.size());
  }
}
