package cn.bidui.batch;

import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.FindingState;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.normalize.RecordTable;
import cn.bidui.person.Grade;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which class a case is about, as the roll says it; cases without a row of the roll have none. */
final class CaseClasses {

  private static final String BETWEEN = "\t";

  private CaseClasses() {}

  /** By case; of several findings of a case the first one that names a class. */
  static SortedMap<String, String> of(NightWork work) {
    SortedMap<String, String> classes = new TreeMap<>();
    @Nullable RecordTable roll = work.tables.get(ListKind.ROLL);
    if (roll == null) {
      return classes;
    }
    for (LedgerFinding entry : NightWork.done(work.ledger).findings()) {
      if (entry.state() != FindingState.RESOLVED) {
        Finding finding = entry.finding();
        className(finding, roll).ifPresent(name -> classes.putIfAbsent(finding.caseId(), name));
      }
    }
    return classes;
  }

  private static Optional<String> className(Finding finding, RecordTable roll) {
    return finding.evidence().stream()
        .map(place -> row(roll, place))
        .filter(row -> row >= 0)
        .map(row -> className(roll, row))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Grade and class: there is a first class in every grade. */
  static String className(RecordTable roll, int row) {
    String code = roll.text(Field.GRADE, row);
    String grade = code.isEmpty() ? "" : Grade.parse(code).label();
    String name = plain(roll.text(Field.CLASS_NAME, row));
    return name.isEmpty() || name.startsWith(grade) ? name : grade + name;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Rows stand in canonical order, so that a place is found by halving. */
  private static int row(RecordTable table, RowRef place) {
    int low = 0;
    int high = table.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = table.place(middle).compareTo(place);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** As text, one case a line. */
  static byte[] write(SortedMap<String, String> classes) {
    StringBuilder text = new StringBuilder();
    classes.forEach((id, name) -> text.append(id).append(BETWEEN).append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote. */
  static SortedMap<String, String> read(String text) {
    SortedMap<String, String> classes = new TreeMap<>();
    text.lines()
        .map(line -> line.split(BETWEEN, -1))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> classes.put(parts[0], parts[1]));
    return classes;
  }
}
