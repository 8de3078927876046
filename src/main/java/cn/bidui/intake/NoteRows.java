package cn.bidui.intake;

import cn.bidui.plan.HeaderText;
import cn.bidui.plan.ProfileColumn.Evidence;
import cn.bidui.source.Field;
import cn.bidui.source.Header;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells rows that are no records: totals, signatures, remarks, page feet, and headers or titles
 * repeated on a new page. A row with an id is a record, whatever else it says.
 */
final class NoteRows {

  private static final Pattern TOTAL =
      Pattern.compile("(.{0,20}[合小总]计|[共累]计)(人数|金额|人次|户数)?([:(\\d].*)?");

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(填表|填报|审核|审批|制表|经办|复核|负责|报送|统计|录入|核对|主管|分管)"
              + "(人|员|领导|单位|日期|时间)?(签字|签名|签章|盖章)?[:].*"
              + "|(填表|填报|审核|审批|制表|经办|复核|单位负责|负责|学校负责|报送|主管)(人|人员|单位|领导)"
              + "|(学校|单位|校长|园长|班主任|负责人)(公章|盖章|签章|签字|签名).*"
              + "|(备?注|说明|附注|备注说明|填表说明|注意事项)[:：].*"
              + "|(数据截止|截止|导出|打印|制表|填报)(日期|时间)[:].*");

  /** Said only where nothing else stands in the row. */
  private static final Pattern ALONE =
      Pattern.compile(
          "以上.*|(本页)?共\\d+[人条行名].*|第?\\d+页(/?共\\d+页)?|第\\d+页.*|20\\d{2}年\\d{1,2}月\\d{1,2}日|(注|说明).*");

  /** Said where hardly anything else stands in the row: {@code 校长（签字）：}. */
  private static final Pattern SEAL = Pattern.compile(".{0,12}[(]?(签字|签名|签章|盖章|公章)[)]?([:(].*)?");

  /** More cells than this make a record. */
  private static final int SEAL_CELLS = 3;

  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cf}\\s]");

  private final HeaderLine line;
  private final int idColumn;
  private final Set<String> titles = new HashSet<>();
  private final List<RawRow> upper;

  NoteRows(Mapping mapping, List<RawRow> above, List<RawRow> headerRows) {
    this.line = mapping.match().line();
    this.idColumn = idColumn(mapping.header());
    above.forEach(row -> titles.add(joined(row)));
    this.upper = headerRows.subList(0, headerRows.size() - 1);
    titles.remove("");
  }

  /** The person's id, or of whomever a list names instead. */
  private static int idColumn(Header header) {
    return Stream.of(Field.CITIZEN_ID, Field.DISABILITY_NUMBER, Field.HEAD_ID, Field.PAYEE_ID)
        .map(header::column)
        .filter(column -> column >= 0)
        .findFirst()
        .orElse(-1);
  }

  boolean note(RawRow row) {
    if (idColumn >= 0 && ContentEvidence.supports(Evidence.CITIZEN_ID, row.cell(idColumn))) {
      return false;
    }
    return remark(row) || repeatedHeader(row) || titles.contains(joined(row)) || repeatsUpper(row);
  }

  private static boolean remark(RawRow row) {
    int filled = 0;
    String first = "";
    boolean total = false;
    for (int column = 0; column < row.cells().size(); column++) {
      if (!row.cell(column).isBlank()) {
        String text = folded(row.text(column));
        first = filled == 0 ? text : first;
        // A total may stand after a running number or under any column.
        total |= filled < 3 && TOTAL.matcher(text).matches();
        filled++;
      }
    }
    return total
        || SIGNATURE.matcher(first).matches()
        || (filled <= SEAL_CELLS && SEAL.matcher(first).matches())
        || (filled == 1 && ALONE.matcher(first).matches());
  }

  /** Blanks and width do not count, but brackets and colons do. */
  private static String folded(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  private boolean repeatedHeader(RawRow row) {
    int same = 0;
    int filled = 0;
    for (HeaderCell cell : line.cells()) {
      if (!row.text(cell.column()).isEmpty()) {
        filled++;
        same += HeaderText.fold(row.text(cell.column())).equals(cell.leaf()) ? 1 : 0;
      }
    }
    return same >= 2 && same * 2 > filled;
  }

  private boolean repeatsUpper(RawRow row) {
    return upper.stream().anyMatch(groups -> repeats(row, groups));
  }

  private static boolean repeats(RawRow row, RawRow groups) {
    int same = 0;
    for (int column = 0; column < row.cells().size(); column++) {
      String text = row.text(column);
      if (!text.isEmpty()) {
        if (!text.equals(groups.text(column))) {
          return false;
        }
        same++;
      }
    }
    return same >= 2;
  }

  /** The texts of a row as one. */
  static String joined(RawRow row) {
    StringBuilder joined = new StringBuilder();
    for (int column = 0; column < row.cells().size(); column++) {
      if (!row.text(column).isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(row.text(column));
      }
    }
    return joined.toString();
  }
}
