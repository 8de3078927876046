package cn.bidui.batch;

import cn.bidui.normalize.Bucket;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.SourceFile;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * From which source system a list comes: a newer list replaces only what came from the same one.
 *
 * <p>The civil office sends minimum living, extreme poverty and orphans as lists of their own with
 * the same columns. Each goes on beside the others; the orphans do not replace the poor.
 */
final class CivilSeries {

  /** A few rows of another kind do not make a list one of several kinds. */
  private static final int MOST_PERCENT = 90;

  private final RowShelf shelf;

  CivilSeries(RowShelf shelf) {
    this.shelf = shelf;
  }

  /** The column profile, and for a civil list of one kind that kind. */
  String system(SourceFile file, ShelvedFile shelved) {
    if (shelved.list() != ListKind.CIVIL || shelved.returned() != null) {
      return shelved.profile();
    }
    int at = Layout.of(ListKind.CIVIL).position(Field.BENEFIT);
    Map<String, Integer> rows = new TreeMap<>();
    shelf.recall(
        file.sha256(),
        Bucket.ACCEPTED,
        (sheet, row, values) -> rows.merge(kind(values.get(at)), 1, Integer::sum));
    int all = rows.values().stream().mapToInt(Integer::intValue).sum();
    return rows.entrySet().stream()
        .filter(kind -> kind.getValue() * 100L >= (long) all * MOST_PERCENT)
        .map(kind -> shelved.profile() + "/" + kind.getKey())
        .findFirst()
        .orElse(shelved.profile());
  }

  /** What the people who send a list call such a system; blank where no profile says. */
  static String title(String system, ColumnProfiles profiles) {
    int slash = system.indexOf('/');
    String profile = slash < 0 ? system : system.substring(0, slash);
    String kind = slash < 0 ? "" : system.substring(slash + 1);
    return profiles
        .named(profile)
        .map(of -> kind.isEmpty() ? of.title() : of.title() + "·" + label(kind))
        .orElse("");
  }

  private static String label(String kind) {
    return HardshipGroup.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')).label();
  }

  /** Orphans and children whom nobody raises stand on one list. */
  private static String kind(String benefit) {
    return benefit.equals(HardshipGroup.UNATTENDED.name())
        ? kind(HardshipGroup.ORPHAN.name())
        : benefit.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
