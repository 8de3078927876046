package cn.bidui.intake;

import cn.bidui.plan.ProfileColumn;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The mapping of one sheet: its header, and columns that must say the same in every row. */
record Mapping(Header header, ProfileMatch match) {

  static Mapping of(String file, String sheet, ProfileMatch match, String caption) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, String> titles = new EnumMap<>(Field.class);
    match
        .fields()
        .forEach(
            (field, cells) -> {
              columns.put(field, cells.get(0).column());
              titles.put(field, cells.get(0).title());
            });
    Header header =
        new Header(
            file,
            sheet,
            match.line().row(),
            match.profile().list(),
            match.profile().id(),
            columns,
            titles,
            match.line().width(),
            match.line().texts(),
            caption);
    return new Mapping(header, match);
  }

  /** The first field of which two columns say different things in {@code row}. */
  @Nullable Field conflict(RawRow row) {
    for (Map.Entry<Field, List<HeaderCell>> entry : match.fields().entrySet()) {
      List<HeaderCell> cells = entry.getValue();
      for (int i = 1; i < cells.size(); i++) {
        if (!row.text(cells.get(i).column()).equals(row.text(cells.get(0).column()))) {
          return entry.getKey();
        }
      }
    }
    return null;
  }

  /** The columns in which a merged cell speaks for each of its rows. */
  Set<Integer> filledDown() {
    Set<Integer> columns = new TreeSet<>();
    for (ProfileColumn column : match.profile().columns()) {
      if (column.fillDown()) {
        match.cells(column.field()).forEach(cell -> columns.add(cell.column()));
      }
    }
    return columns;
  }
}
