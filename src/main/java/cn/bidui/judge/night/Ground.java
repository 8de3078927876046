package cn.bidui.judge.night;

import cn.bidui.normalize.ListRecord;
import cn.bidui.plan.Category;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list's word that a person is of a category (认定依据).
 *
 * @param rows tonight's rows that say so; empty where an earlier list said it
 * @param dataDate of the earlier list; null for tonight's
 */
public record Ground(
    Category category,
    Doubt doubt,
    ListKind list,
    List<Row<? extends ListRecord>> rows,
    @Nullable LocalDate dataDate) {

  public Ground {
    rows = List.copyOf(rows);
  }

  static Ground of(Category category, Doubt doubt, Row<? extends ListRecord> row) {
    return new Ground(category, doubt, row.list(), List.of(row), null);
  }

  /** Whether nobody has to look first. */
  public boolean sure() {
    return doubt == Doubt.NONE;
  }

  /** The list as sentences name it: {@code 民政}, {@code 2025-09-10的民政}. */
  public String source() {
    return dataDate == null ? Lists.name(list) : dataDate + "的" + Lists.name(list);
  }

  /** No person. */
  @Override
  public String toString() {
    return "Ground[" + category + ", " + doubt + ", " + list.code() + "]";
  }
}
