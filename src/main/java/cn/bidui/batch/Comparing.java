package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.person.CitizenId;
import cn.bidui.report.Comparison;
import cn.bidui.report.Comparison.Change;
import cn.bidui.report.Comparison.Line;
import cn.bidui.source.Batch;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a list that was sent in again against the one before it (与上次比较). Rows are paired by their
 * subject; rows that were rejected for their id also by the name alone, where only one rejected row
 * has it.
 */
final class Comparing {

  /** As many lines of each kind of change are told; the rest is counted. */
  private static final int LINES = 500;

  private static final Messages WORDS = Messages.ZH;

  private final RowShelf shelf;
  private final ListKind list;
  private final ShelvedFile now;
  private final ShelvedFile then;
  private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
  private final Map<Change, List<Line>> lines = new EnumMap<>(Change.class);

  /** Rows of then that no row of now has been paired with, by subject. */
  private final Map<String, Deque<Old>> unpaired = new HashMap<>();

  /** Rejected rows of then by name. */
  private final Map<String, List<Old>> rejectedByName = new HashMap<>();

  /** A row of then; its values are kept only as a hash, so that a whole county fits in memory. */
  private static final class Old {
    private final Bucket bucket;
    private final int sheet;
    private final int row;
    private final long hash;
    private boolean paired;

    private Old(Bucket bucket, int sheet, int row, long hash) {
      this.bucket = bucket;
      this.sheet = sheet;
      this.row = row;
      this.hash = hash;
    }
  }

  /** A row of now that says something else than then. */
  private record Changed(int sheet, int row, List<String> values) {}

  private final Map<Long, Changed> changed = new HashMap<>();

  private Comparing(RowShelf shelf, ListKind list, ShelvedFile now, ShelvedFile then) {
    this.shelf = shelf;
    this.list = list;
    this.now = now;
    this.then = then;
  }

  /**
   * What {@code now} says that {@code before} did not, as if it were sent in for the second time.
   */
  static Comparison of(RowShelf shelf, ShelvedFile now, Batch before) {
    ShelvedFile then =
        shelf
            .find(before.file().sha256())
            .orElseThrow(() -> new IllegalStateException("a batch in use is not on the shelf"));
    Comparing comparing = new Comparing(shelf, before.list(), now, then);
    comparing.readThen();
    comparing.readNow();
    comparing.lookBack();
    List<Line> all = new ArrayList<>();
    comparing.lines.values().forEach(all::addAll);
    all.sort(
        Comparator.comparing(Line::change).thenComparing(Line::sheet).thenComparing(Line::row));
    return new Comparison(before.file().name(), before.dataDate(), 2, comparing.counts, all);
  }

  private void readThen() {
    Subject subject = new Subject(list, then);
    shelf.recallAll(
        then.sha256(),
        (bucket, sheet, row, values) -> {
          if (speaks(bucket)) {
            Old old = new Old(bucket, sheet, row, hash(values));
            unpaired
                .computeIfAbsent(subject.key(bucket, sheet, values), key -> new ArrayDeque<>(1))
                .addLast(old);
            if (bucket == Bucket.REJECTED) {
              rejectedByName
                  .computeIfAbsent(subject.name(bucket, sheet, values), name -> new ArrayList<>())
                  .add(old);
            }
          }
        });
  }

  private static boolean speaks(Bucket bucket) {
    return bucket == Bucket.ACCEPTED || bucket == Bucket.REJECTED;
  }

  private void readNow() {
    Subject subject = new Subject(list, now);
    shelf.recallAll(
        now.sha256(),
        (bucket, sheet, row, values) -> {
          if (speaks(bucket)) {
            @Nullable Old old = pair(subject, bucket, sheet, values);
            Change change = change(bucket, old, values);
            counts.merge(change, 1, Integer::sum);
            if (change == Change.CHANGED && changed.size() < LINES && old != null) {
              changed.put(place(old.sheet, old.row), new Changed(sheet, row, List.copyOf(values)));
            } else if (worthALine(change)) {
              String at = now.sheets().get(sheet).name();
              tell(line(change, at, row, subject, bucket, sheet, values, ""));
            }
          }
        });
  }

  private static boolean worthALine(Change change) {
    return change != Change.UNCHANGED && change != Change.CHANGED;
  }

  private @Nullable Old pair(Subject subject, Bucket bucket, int sheet, List<String> values) {
    Deque<Old> same = unpaired.getOrDefault(subject.key(bucket, sheet, values), new ArrayDeque<>());
    while (!same.isEmpty() && same.getFirst().paired) {
      same.removeFirst();
    }
    @Nullable Old old = same.pollFirst();
    if (old == null) {
      List<Old> namesakes =
          rejectedByName.getOrDefault(subject.name(bucket, sheet, values), List.of());
      old = namesakes.size() == 1 && !namesakes.get(0).paired ? namesakes.get(0) : null;
    }
    if (old != null) {
      old.paired = true;
    }
    return old;
  }

  private static Change change(Bucket bucket, @Nullable Old old, List<String> values) {
    boolean taken = bucket == Bucket.ACCEPTED;
    if (old == null) {
      return taken ? Change.ADDED : Change.NEWLY_WRONG;
    }
    if (old.bucket == Bucket.REJECTED) {
      return taken ? Change.FIXED : Change.STILL_WRONG;
    }
    if (!taken) {
      return Change.NEWLY_WRONG;
    }
    return old.hash == hash(values) ? Change.UNCHANGED : Change.CHANGED;
  }

  /** Reads then once more for what it said of rows that are gone or say something else now. */
  private void lookBack() {
    Map<Long, Bucket> gone = new HashMap<>();
    for (Deque<Old> left : unpaired.values()) {
      left.stream()
          .filter(old -> !old.paired)
          .forEach(old -> gone.put(place(old.sheet, old.row), old.bucket));
    }
    if (!gone.isEmpty()) {
      counts.put(Change.VANISHED, gone.size());
    }
    if (gone.isEmpty() && changed.isEmpty()) {
      return;
    }
    Subject subject = new Subject(list, then);
    shelf.recallAll(
        then.sha256(),
        (bucket, sheet, row, values) -> {
          if (gone.containsKey(place(sheet, row)) && speaks(bucket)) {
            String at = then.sheets().get(sheet).name();
            tell(line(Change.VANISHED, at, row, subject, bucket, sheet, values, ""));
          }
          @Nullable Changed other = changed.get(place(sheet, row));
          if (other != null) {
            String at = now.sheets().get(other.sheet).name();
            String what = difference(values, other.values);
            tell(line(Change.CHANGED, at, other.row, subject, bucket, sheet, values, what));
          }
        });
  }

  private String difference(List<String> before, List<String> after) {
    List<String> parts = new ArrayList<>();
    for (Field field : Field.values()) {
      int at = Layout.of(list).position(field);
      if (at >= 0 && !before.get(at).equals(after.get(at))) {
        parts.add(
            WORDS.text(
                "report.comparison.value",
                WORDS.text("field." + field.code()),
                shown(field, before.get(at)),
                shown(field, after.get(at))));
      }
    }
    return String.join("；", parts);
  }

  private static String shown(Field field, String value) {
    if (value.isEmpty()) {
      return WORDS.text("report.comparison.blank");
    }
    return field.holdsId() ? CitizenId.mask(value) : value;
  }

  private static Line line(
      Change change,
      String at,
      int row,
      Subject subject,
      Bucket bucket,
      int sheet,
      List<String> values,
      String what) {
    return new Line(
        change,
        at,
        row,
        subject.name(bucket, sheet, values),
        CitizenId.mask(subject.id(bucket, sheet, values)),
        what);
  }

  private void tell(Line line) {
    List<Line> told = lines.computeIfAbsent(line.change(), change -> new ArrayList<>());
    if (told.size() < LINES) {
      told.add(line);
    }
  }

  private static long place(int sheet, int row) {
    return ((long) sheet << 32) | row;
  }

  /** FNV-1a over 64 bits: a different row is taken for an unchanged one never in practice. */
  private static long hash(List<String> values) {
    long hash = 0xcbf29ce484222325L;
    for (String value : values) {
      for (int i = 0; i < value.length(); i++) {
        hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x1F) * 0x100000001b3L;
    }
    return hash;
  }
}
