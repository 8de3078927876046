package cn.bidui.batch;

import cn.bidui.intake.Intake;
import cn.bidui.intake.IntakeLimits;
import cn.bidui.intake.ReadRow;
import cn.bidui.intake.RowSink;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.normalize.Strings;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.Content;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The rows that a finding rests on, read again from the archive. */
public final class EvidenceRows {

  private static final List<Field> NAMES = List.of(Field.NAME, Field.FORMER_NAME, Field.HEAD_NAME);

  private record Spot(RecordTable table, int row) {}

  /** A row as its list wants it. */
  public record Kept(ListKind list, RowRef place, List<String> values) {
    String household() {
      int position = Layout.of(list).position(Field.HOUSEHOLD_NUMBER);
      return position < 0 ? "" : values.get(position);
    }
  }

  private final Map<RowRef, Spot> spots = new HashMap<>();
  private final Strings strings = new Strings();

  private EvidenceRows() {}

  /**
   * Reads each file as it was read when it was taken, with the headers known by then. Of a file
   * that the retention rules have removed no row is found.
   */
  public static EvidenceRows read(
      List<RowRef> places, Archive archive, JournalState state, ColumnProfiles profiles) {
    Intake intake = new Intake(profiles, IntakeLimits.defaults());
    EvidenceRows rows = new EvidenceRows();
    Set<SourceFile> files = new LinkedHashSet<>();
    places.forEach(place -> files.add(place.file()));
    Set<RowRef> wanted = Set.copyOf(places);
    for (SourceFile file : files) {
      Intake then = intake.remembering(state.headersKnownTo(file.sha256()));
      if (archive.holds(file.sha256())) {
        rows.read(file, wanted, archive.content(file.sha256()), then);
      }
    }
    return rows;
  }

  /** A household's other rows come along: a guardian's id is found among them. */
  private void read(SourceFile file, Set<RowRef> wanted, Content content, Intake intake) {
    List<Kept> kept = new ArrayList<>();
    each(file, content, intake, wanted::contains, kept::add);
    Set<String> households = new HashSet<>();
    kept.forEach(row -> households.add(row.household()));
    households.remove("");
    if (!households.isEmpty()) {
      kept.clear();
      each(
          file,
          content,
          intake,
          place -> true,
          row -> {
            if (wanted.contains(row.place()) || households.contains(row.household())) {
              kept.add(row);
            }
          });
    }
    add(kept);
  }

  /** Hands on the rows of one file that can be accepted and are asked for. */
  public static void each(
      SourceFile file,
      Content content,
      Intake intake,
      Predicate<RowRef> which,
      Consumer<Kept> taker) {
    intake.read(
        content,
        file.name(),
        new RowSink() {
          @Override
          public void header(Header header) {}

          @Override
          public void row(ReadRow row) {
            RowRef place = new RowRef(file, row.sheet(), row.row());
            if (row instanceof ReadRow.Data data && which.test(place)) {
              normalized(place, data.cells()).ifPresent(taker);
            }
          }
        });
  }

  private static Optional<Kept> normalized(RowRef place, SheetRow row) {
    ListKind list = row.header().list();
    // The term only fills a column that no link looks at.
    RowOutcome outcome = new Normalizer(list, new Term(2025, Term.Season.AUTUMN)).normalize(row);
    return outcome instanceof RowOutcome.Accepted accepted
        ? Optional.of(new Kept(list, place, accepted.values()))
        : Optional.empty();
  }

  private void add(List<Kept> rows) {
    if (rows.isEmpty()) {
      return;
    }
    RecordTable.Builder builder = new RecordTable.Builder(rows.get(0).list(), strings);
    rows.forEach(row -> builder.add(row.place(), row.values()));
    RecordTable table = builder.build();
    for (int row = 0; row < table.size(); row++) {
      spots.put(table.place(row), new Spot(table, row));
    }
  }

  /** The names that these rows and the others of their households speak of. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Spot spot : spots.values()) {
      for (Field field : NAMES) {
        names.add(spot.table().text(field, spot.row()));
      }
    }
    names.remove("");
    return names;
  }

  /** Whether the row is still there. */
  public boolean has(RowRef place) {
    return spots.containsKey(place);
  }

  /** The table that holds it. */
  public RecordTable table(RowRef place) {
    return spot(place).table();
  }

  /** Its index there. */
  public int row(RowRef place) {
    return spot(place).row();
  }

  private Spot spot(RowRef place) {
    Spot spot = spots.get(place);
    if (spot == null) {
      throw new IllegalArgumentException("not a row of the evidence");
    }
    return spot;
  }
}
