package cn.bidui.report;

import cn.bidui.report.RejectedRow.Value;
import cn.bidui.source.CellRef;
import cn.bidui.source.Problem.RowProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of the submitter's own sheets side by side: sheets with the same headers share them,
 * and a header that stands twice in a sheet has two.
 */
final class Grid {

  private static final int NARROW = 8;
  private static final int BROAD = 26;

  /** Blanks, stars and what stands in brackets do not make another header. */
  private static final Pattern TRIMMINGS = Pattern.compile("[\\s*＊]|[（(].*?[）)]");

  private static final Pattern NAME = Pattern.compile(".*(?:姓名|学生名称)");

  /** Whose name stands there is another person's. */
  private static final Pattern SOMEBODY_ELSE =
      Pattern.compile(".*(?:监护|家长|户主|父|母|联系|经办|填表|曾用|原姓名|开户|持卡|班主任|教师).*");

  private static final Pattern PLACE = Pattern.compile("(?:学校|单位|机构)名称");

  /** The {@code number}-th column of that title, counted from 0. */
  private record Heading(String title, int number) {}

  private final Map<Heading, Integer> headings = new LinkedHashMap<>();

  /** By sheet, and there by the letters of a column of theirs. */
  private final Map<String, Map<String, Integer>> sheets = new HashMap<>();

  private final List<Integer> widths = new ArrayList<>();

  /** Takes in the columns of one row. */
  void add(String sheet, List<Value> cells) {
    int[] places = places(cells);
    Map<String, Integer> known = sheets.computeIfAbsent(sheet, name -> new HashMap<>());
    for (int index = 0; index < places.length; index++) {
      known.putIfAbsent(letters(cells, index), places[index]);
      int width = Math.min(BROAD, Width.of(cells.get(index).text()) + 2);
      widths.set(places[index], Math.max(widths.get(places[index]), width));
    }
  }

  private int[] places(List<Value> cells) {
    Map<String, Integer> seen = new HashMap<>();
    int[] places = new int[cells.size()];
    for (int index = 0; index < places.length; index++) {
      String title = cells.get(index).title();
      places[index] = place(new Heading(title, seen.merge(title, 1, Integer::sum) - 1));
    }
    return places;
  }

  private int place(Heading heading) {
    Integer place = headings.putIfAbsent(heading, headings.size());
    if (place != null) {
      return place;
    }
    widths.add(Math.max(NARROW, Math.min(BROAD, Width.of(heading.title()) + 2)));
    return headings.size() - 1;
  }

  /** The headers, as the submitter wrote them. */
  List<String> titles() {
    return headings.keySet().stream().map(Heading::title).toList();
  }

  /** How wide a column should be, in half-width characters. */
  int width(int column) {
    return widths.get(column);
  }

  /** A row's cells by column; blank where its sheet has none. */
  List<String> lay(List<Value> cells) {
    String[] laid = new String[headings.size()];
    Arrays.fill(laid, "");
    int[] places = places(cells);
    for (int index = 0; index < places.length; index++) {
      laid[places[index]] = cells.get(index).text();
    }
    return Arrays.asList(laid);
  }

  private static String letters(List<Value> cells, int index) {
    String letters = cells.get(index).column();
    return letters.isEmpty() ? CellRef.letters(index) : letters;
  }

  /** The column in which a fault stands; -1 if it is in none or in one that was not kept. */
  int column(RowProblem problem, RejectedRow reject) {
    return sheets.getOrDefault(reject.sheet(), Map.of()).getOrDefault(problem.place().column(), -1);
  }

  /** The column that says whom a row is about: the person's name, else the school's; -1 if none. */
  int whom() {
    List<String> titles = titles().stream().map(Grid::plain).toList();
    for (int column = 0; column < titles.size(); column++) {
      String title = titles.get(column);
      if (NAME.matcher(title).matches() && !SOMEBODY_ELSE.matcher(title).matches()) {
        return column;
      }
    }
    for (int column = 0; column < titles.size(); column++) {
      if (PLACE.matcher(titles.get(column)).matches()) {
        return column;
      }
    }
    return -1;
  }

  private static String plain(String title) {
    return TRIMMINGS.matcher(title).replaceAll("");
  }
}
