package cn.bidui.report;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FileEntry;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that findings rest on in tonight's lists. */
public final class Places {

  private final Map<SourceFile, ListKind> lists = new HashMap<>();
  private final Map<ListKind, RecordTable> tables;

  /** Of the lists that {@code night} compared. */
  public Places(NightReport night) {
    tables = night.tables();
    for (FileEntry entry : night.files()) {
      @Nullable ListKind list = entry.list();
      if (list != null) {
        lists.putIfAbsent(entry.file(), list);
      }
    }
  }

  /** The kind of list in which {@code place} stands; empty for a file of an earlier night. */
  Optional<ListKind> list(RowRef place) {
    return Optional.ofNullable(lists.get(place.file()));
  }

  /** The row at {@code place}; empty if it is not compared tonight. */
  Optional<Spot> spot(RowRef place) {
    return list(place)
        .flatMap(list -> Optional.ofNullable(tables.get(list)))
        .flatMap(table -> search(table, place));
  }

  /** The rows of {@code finding} that are compared tonight, in its order. */
  List<Spot> spots(Finding finding) {
    return finding.evidence().stream().map(this::spot).flatMap(Optional::stream).toList();
  }

  /** The first row of {@code finding} in a list of {@code type}, typed. */
  public <T extends ListRecord> Optional<T> record(Finding finding, Class<T> type) {
    return spots(finding).stream()
        .map(Spot::record)
        .flatMap(record -> as(type, record))
        .findFirst();
  }

  private static <T> Stream<T> as(Class<T> type, ListRecord record) {
    return Stream.of(record).filter(type::isInstance).map(type::cast).map(Objects::requireNonNull);
  }

  /** Rows stand in canonical order, so that a place is found by halving. */
  private static Optional<Spot> search(RecordTable table, RowRef place) {
    int low = 0;
    int high = table.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = table.place(middle).compareTo(place);
      if (order == 0) {
        return Optional.of(new Spot(table, middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
