package cn.bidui.report;

import cn.bidui.ledger.ReplyLines.End;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.Problem.RowProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of each answer of a workbook of findings (答复结果), those not recorded first. */
final class ReplySheet {

  private static final Words WORDS = Words.ZH;
  private static final List<End> ORDER = List.of(End.LISTED, End.RECORDED, End.KNOWN, End.BLANK);

  private final List<ReplyLine> lines;

  ReplySheet(List<ReplyLine> lines) {
    this.lines =
        lines.stream().sorted(Comparator.comparingInt(line -> ORDER.indexOf(line.end()))).toList();
  }

  void write(Page page) {
    page.freezing(3).list(columns(), lines, ReplySheet::look);
  }

  private static Look look(ReplyLine line) {
    return line.end() == End.BLANK ? Look.MUTED : Look.TEXT;
  }

  private static List<Column<ReplyLine>> columns() {
    return List.of(
        Column.of("report.column.became", 10, ReplySheet::end),
        Column.of("report.column.sheet", 11, ReplyLine::sheet),
        Column.of("report.column.row-number", 7, line -> Column.Styled.centered(line.row())),
        Column.of("report.column.about", 30, ReplySheet::about),
        Column.of("report.column.said", 20, ReplyLine::said),
        Column.of("report.column.answer-by", 9, ReplyLine::by),
        Column.of("report.column.became-why", 36, ReplySheet::why),
        Column.of("report.column.what-to-do", 36, ReplySheet::action),
        Column.of("report.column.finding", 16, ReplyLine::finding));
  }

  private static Column.Styled end(ReplyLine line) {
    String word = WORDS.text("report.reply." + line.end().name().toLowerCase(Locale.ROOT));
    Look look =
        switch (line.end()) {
          case LISTED -> Look.ALARM;
          case RECORDED -> Look.STRONG;
          case KNOWN -> Look.TEXT;
          case BLANK -> Look.MUTED;
        };
    return new Column.Styled(look, word);
  }

  private static String about(ReplyLine line) {
    String rule = line.about().rule().isEmpty() ? "" : WORDS.rule(line.about().rule());
    return Stream.of(rule, line.about().school(), line.about().name())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String why(ReplyLine line) {
    return line.problem().isEmpty()
        ? WORDS.note(line.became())
        : WORDS.title(problem(line), line.said());
  }

  private static String action(ReplyLine line) {
    return line.problem().isEmpty() ? "" : WORDS.action(problem(line), line.said());
  }

  private static RowProblem problem(ReplyLine line) {
    return new RowProblem(
        line.problem().orElseThrow(),
        new CellRef("", line.sheet(), line.row(), ""),
        Field.REMARK,
        line.said(),
        line.words());
  }
}
