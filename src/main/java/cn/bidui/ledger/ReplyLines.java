package cn.bidui.ledger;

import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of each row of a workbook of answers, as it is archived: one line a row, with its
 * place, its end and the code of what was wrong. No person and no answer stands here.
 */
public record ReplyLines(List<Line> lines) {

  private static final String BETWEEN = "\u001F";

  /** How a row ended. */
  public enum End {
    /** An answer that was recorded. */
    RECORDED,
    /** An answer that had been recorded before. */
    KNOWN,
    /** An answer that was not recorded, and is listed. */
    LISTED,
    /** No answer. */
    BLANK
  }

  /**
   * One row.
   *
   * @param sheet the sheet's name
   * @param row its number there
   * @param code of the problem; blank unless it is listed
   */
  public record Line(String sheet, int row, End end, String code) {}

  public ReplyLines {
    lines = List.copyOf(lines);
  }

  /** As archived. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.sheet().replace('\n', ' '))
          .append(BETWEEN)
          .append(line.row())
          .append(BETWEEN)
          .append(line.end().name())
          .append(BETWEEN)
          .append(line.code())
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What {@link #bytes()} gave. */
  public static ReplyLines read(String text) {
    List<Line> lines = new ArrayList<>();
    text.lines()
        .map(line -> line.split(BETWEEN, -1))
        .forEach(
            part ->
                lines.add(
                    new Line(part[0], Integer.parseInt(part[1]), End.valueOf(part[2]), part[3])));
    return new ReplyLines(lines);
  }

  /** Rows by sheet, in the order of their first rows. */
  public Map<String, RowCounts> sheets() {
    Map<String, RowCounts> sheets = new LinkedHashMap<>();
    lines.forEach(line -> sheets.merge(line.sheet(), count(line.end()), RowCounts::plus));
    return sheets;
  }

  /** All rows. */
  public RowCounts counts() {
    return lines.stream().map(line -> count(line.end())).reduce(RowCounts.NONE, RowCounts::plus);
  }

  private static RowCounts count(End end) {
    return switch (end) {
      case RECORDED, KNOWN -> new RowCounts(1, 0, 0, 0, 0);
      case LISTED -> new RowCounts(0, 1, 0, 0, 0);
      case BLANK -> new RowCounts(0, 0, 1, 0, 0);
    };
  }

  /** How often each problem stands. */
  public SortedMap<ProblemCode, Integer> problems() {
    SortedMap<ProblemCode, Integer> problems = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.code().isEmpty())
        .forEach(line -> problems.merge(ProblemCode.ofCode(line.code()), 1, Integer::sum));
    return problems;
  }

  /** The rows that were listed, as problems of the file {@code name}. */
  public List<RowProblem> problems(String name) {
    return lines.stream()
        .filter(line -> !line.code().isEmpty())
        .map(
            line ->
                new RowProblem(
                    ProblemCode.ofCode(line.code()),
                    new CellRef(name, line.sheet(), line.row(), ""),
                    Field.REMARK,
                    "",
                    List.of()))
        .toList();
  }
}
