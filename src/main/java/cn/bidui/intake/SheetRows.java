package cn.bidui.intake;

import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.Problem.FileProblem;
import cn.bidui.source.SheetRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one recognized sheet, from the first after the header to the last with content, each
 * counted as data, blank or note.
 */
final class SheetRows {

  private static final int NOTES_NAMED = 10;

  private final RawSheet sheet;
  private final Mapping mapping;
  private final Header header;
  private final HeaderProblems faults;
  private final NoteRows notes;
  private final FillDown fill;
  private final PrivateUse privateUse = new PrivateUse();
  private final DeclaredTotals totals;
  private final boolean gapsAreBlank;
  private final Deque<RawRow> looked;

  /** Numbers of blank rows that count only once a row with content follows. */
  private final Deque<Integer> blanks = new ArrayDeque<>();

  private int lastNumber;
  private int gapEnd;
  private @Nullable RawRow held;
  private @Nullable FileProblem conflict;
  private int data;
  private int blank;
  private int note;
  private int hidden;
  private final List<Integer> firstNotes = new ArrayList<>();

  SheetRows(SheetStart start, Mapping mapping, RawSheet sheet, boolean gapsAreBlank) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.header = mapping.header();
    this.faults = start.faults();
    this.totals = new DeclaredTotals(header);
    this.notes = start.notes(mapping);
    this.fill = start.fill(mapping);
    this.gapsAreBlank = gapsAreBlank;
    this.looked = new ArrayDeque<>(start.rest(mapping));
    this.lastNumber = header.row();
  }

  Header header() {
    return header;
  }

  /** The next row, or null at the end of the sheet or at a row that refuses the file. */
  @Nullable ReadRow next() throws Refusal {
    if (held == null && !hold()) {
      return null;
    }
    if (gapsAreBlank && lastNumber + 1 < gapEnd) {
      lastNumber++;
      return blankRow(lastNumber);
    }
    if (!gapsAreBlank && !blanks.isEmpty()) {
      return blankRow(blanks.removeFirst());
    }
    RawRow row = java.util.Objects.requireNonNull(held);
    held = null;
    lastNumber = row.number();
    return content(row);
  }

  /** Goes to the next row with content; the blank ones before it are owed first. */
  private boolean hold() throws Refusal {
    blanks.clear();
    @Nullable RawRow row = read();
    while (row != null && row.blank()) {
      if (!gapsAreBlank) {
        blanks.addLast(row.number());
      }
      row = read();
    }
    held = row;
    gapEnd = row == null ? 0 : row.number();
    return row != null;
  }

  private @Nullable RawRow read() throws Refusal {
    return looked.isEmpty() ? sheet.next() : looked.removeFirst();
  }

  private ReadRow blankRow(int number) {
    blank++;
    return new ReadRow.Blank(header.sheet(), number);
  }

  private @Nullable ReadRow content(RawRow raw) throws Refusal {
    RawRow row = fill.filled(raw);
    hidden += raw.hidden() ? 1 : 0;
    if (notes.note(raw)) {
      totals.note(raw);
      return noteRow(raw.number());
    }
    @Nullable Field field = mapping.conflict(row);
    if (field != null) {
      conflict = faults.twice(mapping.match(), field, row.number());
      return null;
    }
    data++;
    SheetRow record = new SheetRow(header, row.number(), within(row.cells()));
    privateUse.look(record);
    totals.record(record);
    return new ReadRow.Data(record);
  }

  private ReadRow noteRow(int number) {
    note++;
    if (firstNotes.size() < NOTES_NAMED) {
      firstNotes.add(number);
    }
    return new ReadRow.Note(header.sheet(), number);
  }

  /** Notes at the right edge of a worksheet shift nothing; in text files they are a sign. */
  private List<Cell> within(List<Cell> cells) {
    return gapsAreBlank && cells.size() > header.width() ? cells.subList(0, header.width()) : cells;
  }

  /** Two columns of one field that do not agree after all. */
  Optional<FileProblem> conflict() {
    return Optional.ofNullable(conflict);
  }

  SheetReading reading(SheetReading.State state) {
    return new SheetReading(
        header.sheet(),
        state,
        Optional.of(header),
        mapping.match().columns(),
        new SheetReading.Rows(
            data,
            blank,
            note,
            hidden,
            firstNotes,
            privateUse.count(),
            privateUse.places(),
            totals.differing()));
  }

  void close() {
    sheet.close();
  }
}
