package cn.bidui.spec;

import cn.bidui.normalize.Normalizer;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RowOutcome;
import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.Mistakes;
import cn.bidui.source.Cell;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import cn.bidui.source.RowRef;
import cn.bidui.source.SheetRow;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One list of a case as a sheet: the column words of the profile, read by the program's readers.
 */
final class CaseSheet {

  /** Whose row it is, where the list has the name otherwise; no column. */
  static final String SELF = "本人";

  private static final ColumnProfiles PROFILES = profiles();

  private final CaseList list;
  private final ColumnProfile profile;
  private final List<Map<String, CaseNode>> rows = new ArrayList<>();
  private final List<CaseNode> places = new ArrayList<>();

  /**
   * @param usual what every row of that list says unless it says otherwise
   */
  CaseSheet(CaseList list, List<CaseNode> written, Map<String, CaseNode> usual) {
    this.list = list;
    profile = PROFILES.named(list.profile()).orElseThrow();
    for (CaseNode row : written) {
      Map<String, CaseNode> cells = new LinkedHashMap<>(usual);
      cells.putAll(row.map());
      rows.add(cells);
      places.add(row);
    }
  }

  private static ColumnProfiles profiles() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("jobs", "columns"))) {
      for (Path file : files.toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return ColumnProfiles.read(texts, new Mistakes());
  }

  /** Adds its rows to {@code table}. A row that the program would send back is a mistake. */
  void into(RecordTable.Builder table, Cast cast) {
    Header header = header();
    Normalizer normalizer = new Normalizer(list.kind(), null);
    SourceFile file = new SourceFile(list.title(), list.title(), "");
    for (int i = 0; i < rows.size(); i++) {
      RowOutcome outcome =
          normalizer.normalize(new SheetRow(header, i + 2, cells(header, i, cast)));
      if (outcome instanceof RowOutcome.Accepted accepted) {
        table.add(new RowRef(file, "", i + 2), accepted.values());
      } else if (outcome instanceof RowOutcome.Rejected rejected) {
        throw places.get(i).mistake("这一行会被退回：" + rejected.problems());
      }
    }
  }

  private Header header() {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Map<Field, String> titles = new EnumMap<>(Field.class);
    if (list != CaseList.SCHOOLS) {
      columns.put(Field.CITIZEN_ID, 0);
      titles.put(Field.CITIZEN_ID, "身份证件号");
    }
    for (Map<String, CaseNode> row : rows) {
      row.forEach(
          (title, cell) -> {
            if (!title.equals(SELF)) {
              column(title, cell, columns, titles);
            }
          });
    }
    int width = columns.size();
    return new Header(list.title(), "", 1, list.kind(), list.profile(), columns, titles, width);
  }

  private void column(
      String title, CaseNode cell, Map<Field, Integer> columns, Map<Field, String> titles) {
    Field field = field(title, cell);
    String earlier = titles.putIfAbsent(field, title);
    columns.putIfAbsent(field, columns.size());
    if (earlier != null && !earlier.equals(title) && field != Field.CITIZEN_ID) {
      throw cell.mistake("“" + title + "”和“" + earlier + "”是同一列");
    }
  }

  private Field field(String title, CaseNode cell) {
    String folded = HeaderText.fold(title);
    Optional<Field> field = profile.strong(folded).or(() -> profile.weak(folded));
    return field.orElseThrow(() -> cell.mistake("名单“" + list.title() + "”没有“" + title + "”列"));
  }

  private List<Cell> cells(Header header, int row, Cast cast) {
    Map<String, CaseNode> written = rows.get(row);
    String self = list == CaseList.SCHOOLS ? "" : self(written, places.get(row), cast);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < header.width(); i++) {
      cells.add(Cell.EMPTY);
    }
    if (!self.isEmpty()) {
      cells.set(header.column(Field.CITIZEN_ID), Cell.text(cast.id(self)));
    }
    written.forEach(
        (title, cell) -> {
          if (!title.equals(SELF)) {
            Field field = field(title, cell);
            String text = number(field) ? cast.number(cell, self) : blank(cell.text());
            cells.set(header.column(field), Cell.text(text));
          }
        });
    return cells;
  }

  private static String self(Map<String, CaseNode> row, CaseNode place, Cast cast) {
    CaseNode named =
        Optional.ofNullable(row.get(SELF))
            .or(() -> name(row))
            .orElseThrow(() -> place.mistake("这一行没有姓名"));
    if (!cast.knows(named.text())) {
      throw named.mistake("人物里没有“" + named.text() + "”；姓名写错的行，另写“本人: …”");
    }
    return named.text();
  }

  private static Optional<CaseNode> name(Map<String, CaseNode> row) {
    return row.entrySet().stream()
        .filter(cell -> cell.getKey().endsWith("姓名") && !cell.getKey().contains("成员"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean number(Field field) {
    return switch (field) {
      case CITIZEN_ID,
          STUDENT_NUMBER,
          GUARDIAN1_ID,
          GUARDIAN2_ID,
          HEAD_ID,
          PAYEE_ID,
          DISABILITY_NUMBER ->
          true;
      default -> false;
    };
  }

  private static String blank(String text) {
    return text.equals("空") ? "" : text;
  }
}
