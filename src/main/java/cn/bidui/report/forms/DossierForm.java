package cn.bidui.report.forms;

import static cn.bidui.report.forms.Wording.choice;
import static cn.bidui.report.forms.Wording.cut;
import static cn.bidui.report.forms.Wording.day;
import static cn.bidui.report.forms.Wording.dayToFill;
import static cn.bidui.report.forms.Wording.text;
import static cn.bidui.report.forms.Wording.toFill;

import cn.bidui.ledger.DutyRole;
import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.report.forms.Dossier.Work.Visit;
import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** 一生一表: everything about one child on one page, and room for what is not known yet. */
final class DossierForm {

  /** So many visits are printed; the ledger has them all. */
  static final int VISITS = 5;

  private static final int SIDE = 2;
  private static final double ROW = 7.4;
  private static final double LINE_TO_WRITE = 7.2;
  private static final double SIGNATURES = 18;
  private static final int NAME = 26;
  private static final int NUMBER = 22;
  private static final int SHORT = 10;
  private static final int PHONE = 18;
  private static final int LONG = 28;
  private static final int WORDS = 40;
  private static final int REASONS_IN_FIRST_LINE = 6;

  private static final Line LABEL = Line.CELL.in(Face.HEI);
  private static final Line VALUE = Line.CELL;
  private static final Line LEFT = Line.CELL.aligned(Line.Align.LEFT);
  private static final Line SMALL = LEFT.sized(9, 12);
  private static final Line TIGHT = VALUE.sized(9, 12);
  private static final Line SEAT = VALUE.sized(8.5, 11);

  private final Paper paper;
  private final Letterhead head;

  DossierForm(Paper paper, Letterhead head) {
    this.paper = paper;
    this.head = head;
  }

  void print(Dossier child) {
    paper.page();
    paper.line(Line.TITLE.sized(18, 25), text("dossier.title"));
    paper.line(
        Line.SMALL.in(Face.SONG).sized(10.5, 18),
        text("dossier.head", child.caseId(), day(head.asOf()), toFill(cut(head.unit(), NAME), 16)));
    Table table = paper.table();
    child(table, child);
    found(table, child);
    duty(table, child);
    visits(table, child.work().visits());
    outcome(table, child);
    signatures(table);
    paper.line(Line.SMALL.sized(1, 1), "");
  }

  // --- 基本情况 -----------------------------------------------------------------------------

  private static void child(Table table, Dossier about) {
    Dossier.Child child = about.child();
    Table.Row first = side(table, "dossier.side.child", true);
    pair(first, 4, "dossier.name", 10, cut(child.name(), NAME));
    pair(first, 4, "dossier.sex", 3, child.sex());
    pair(first, 4, "dossier.nation", 4, "");
    pair(first, 6, "dossier.birth", 11, day(child.birth()));
    Table.Row ids = side(table, "dossier.side.child", false);
    pair(ids, 7, "dossier.id", 16, child.id());
    pair(ids, 7, "dossier.student-number", 16, child.studentNumber());
    Table.Row school = side(table, "dossier.side.child", false);
    pair(school, 7, "dossier.school", 16, cut(about.schooling().school(), LONG));
    pair(school, 5, "dossier.grade", 7, cut(about.schooling().grade(), SHORT));
    pair(school, 4, "dossier.class", 7, cut(about.schooling().className(), SHORT));
    home(table, about);
  }

  private static void home(Table table, Dossier about) {
    Dossier.Home home = about.home();
    Table.Row where = side(table, "dossier.side.child", false);
    pair(where, 7, "dossier.home", 16, cut(home.township() + home.village(), LONG));
    pair(where, 7, "dossier.lives", 16, "");
    Table.Row kind = side(table, "dossier.side.child", false);
    pair(kind, 7, "dossier.household", 16, cut(home.kind(), LONG));
    pair(kind, 8, "dossier.disability", 15, cut(about.child().disability(), SHORT));
    Table.Row guardian = side(table, "dossier.side.child", false);
    pair(guardian, 6, "dossier.guardian", 13, cut(home.guardian(), NUMBER));
    pair(guardian, 7, "dossier.relation", 4, "");
    pair(guardian, 6, "dossier.phone", 10, "");
  }

  // --- 发现 ---------------------------------------------------------------------------------

  private static void found(Table table, Dossier about) {
    Dossier.Discovery found = about.discovery();
    Table.Row row = side(table, "dossier.side.found", true);
    pair(row, 7, "dossier.since", 11, day(found.since()));
    String by = text("dossier.compared", cut(Wording.joined(found.by()), LONG));
    row.cell(6, LABEL, text("dossier.found-by")).cell(22, LEFT, by);
    side(table, "dossier.side.found", false)
        .cell(7, LABEL, text("dossier.reason"))
        .cell(39, LEFT, reasons(found.reason()));
  }

  /** The usual reasons to tick; the one that a list gives is ticked, or written beside "other". */
  private static String reasons(String told) {
    List<String> usual = List.of(text("dossier.reasons").split(",", -1));
    String other = usual.get(usual.size() - 1);
    boolean listed = told.isEmpty() || usual.contains(told);
    List<String> boxes =
        usual.stream()
            .map(each -> choice(each.equals(told) || (!listed && each.equals(other)), each))
            .toList();
    String first = String.join("　", boxes.subList(0, REASONS_IN_FIRST_LINE));
    String second = String.join("　", boxes.subList(REASONS_IN_FIRST_LINE, boxes.size()));
    return first
        + "\n"
        + (listed ? second : second + text("dossier.reason-told", cut(told, SHORT)));
  }

  // --- 责任落实 -----------------------------------------------------------------------------

  private static void duty(Table table, Dossier about) {
    int[] widths = {7, 7, 7, 7, 6, 6, 6};
    Table.Row roles = side(table, "dossier.side.duty", true);
    Table.Row people = side(table, "dossier.side.duty", false);
    int i = 0;
    for (DutyRole role : DutyRole.values()) {
      roles.cell(widths[i], LABEL, role.label(Messages.ZH));
      people.cell(widths[i++], SEAT, seat(about, role));
    }
    roles.cell(widths[i], LABEL, text("dossier.parent"));
    people.cell(widths[i], SEAT, cut(about.home().guardian(), SHORT));
    helpers(table, about);
  }

  private static String seat(Dossier about, DutyRole role) {
    Dossier.Answering.Seat seat = about.answering().seat(role);
    String name = cut(seat.name(), SHORT);
    return seat.phone().isEmpty() ? name : name + "\n" + cut(seat.phone(), PHONE);
  }

  private static void helpers(Table table, Dossier about) {
    List<String> helpers = about.answering().helpers();
    Table.Row row = side(table, "dossier.side.duty", false);
    pair(row, 6, "dossier.helper.teacher", 8, cut(helpers.get(0), SHORT));
    pair(row, 8, "dossier.helper.cadre", 8, cut(helpers.get(1), SHORT));
    pair(row, 8, "dossier.helper.parent", 8, cut(helpers.get(2), SHORT));
    Table.Row due = side(table, "dossier.side.duty", false);
    pair(due, 6, "dossier.responsible", 17, cut(about.answering().responsible(), NAME));
    pair(due, 6, "dossier.due", 17, day(about.work().due()));
  }

  // --- 劝返记录 -----------------------------------------------------------------------------

  private static void visits(Table table, List<Visit> all) {
    int left = Math.max(0, all.size() - VISITS);
    List<Visit> shown = all.subList(left, all.size());
    String title =
        left == 0
            ? text("dossier.visit.result")
            : text("dossier.visit.result-last", all.size(), VISITS);
    side(table, "dossier.side.visits", true)
        .cell(4, LABEL, text("dossier.visit.number"))
        .cell(9, LABEL, text("dossier.visit.day"))
        .cell(5, LABEL, text("dossier.visit.way"))
        .cell(21, LABEL, title)
        .cell(7, LABEL, text("dossier.visit.by"));
    for (int i = 0; i < VISITS; i++) {
      if (i < shown.size()) {
        visit(table, String.valueOf(left + i + 1), shown.get(i));
      } else {
        visit(table, "", new String[] {"", "", ""});
      }
    }
  }

  private static void visit(Table table, String number, Visit visit) {
    visit(
        table,
        number,
        new String[] {day(visit.on()), cut(visit.words(), WORDS), cut(visit.by(), SHORT)});
  }

  private static void visit(Table table, String number, String[] told) {
    table
        .row(LINE_TO_WRITE)
        .side(SIDE, LABEL, "")
        .cell(4, VALUE, number)
        .cell(9, TIGHT, told[0])
        .cell(5, VALUE, "")
        .cell(21, SMALL, told[1])
        .cell(7, TIGHT, told[2]);
  }

  // --- 办理结果 -----------------------------------------------------------------------------

  private static void outcome(Table table, Dossier about) {
    Dossier.Work work = about.work();
    Table.Row papers = side(table, "dossier.side.outcome", true);
    pair(papers, 8, "dossier.report", 11, day(work.reportedOn()));
    papers.cell(9, LABEL, text("dossier.notice")).cell(18, TIGHT, notice(work));
    side(table, "dossier.side.outcome", false)
        .cell(8, LABEL, text("dossier.stage"))
        .cell(38, LEFT, stages(work.stage()));
    Dossier.Standing standing = about.standing();
    Table.Row answer = side(table, "dossier.side.outcome", false);
    answer.cell(8, LABEL, text("dossier.outcome")).cell(20, LEFT, answered(standing));
    pair(answer, 4, "dossier.proof", 14, cut(standing.proof(), NAME));
    Table.Row back = side(table, "dossier.side.outcome", false);
    pair(back, 8, "dossier.returned", 11, day(standing.returnedOn()));
    pair(back, 9, "dossier.returned-to", 18, "");
    Table.Row closed = side(table, "dossier.side.outcome", false);
    pair(closed, 7, "dossier.verified-by", 7, cut(standing.verifiedBy(), SHORT));
    closed.cell(6, LABEL, text("dossier.verified-on")).cell(10, TIGHT, day(standing.verifiedOn()));
    closed.cell(6, LABEL, text("dossier.filed")).cell(10, TIGHT, day(standing.filedOn()));
  }

  private static String notice(Dossier.Work work) {
    String number = cut(work.noticeNumber(), NUMBER);
    return work.noticeOn() == null ? number : (number + "　" + day(work.noticeOn())).strip();
  }

  private static String stages(CaseStage reached) {
    return Arrays.stream(CaseStage.values())
        .map(stage -> choice(stage == reached, stage.label(Messages.ZH)))
        .collect(Collectors.joining("　"));
  }

  private static String answered(Dossier.Standing standing) {
    String outcome = cut(standing.outcome(), NUMBER);
    return standing.until() == null
        ? outcome
        : outcome + text("dossier.until", day(standing.until()));
  }

  private static void signatures(Table table) {
    String[] who = {"parent", "school", "township", "bureau"};
    Table.Row row = table.row(SIGNATURES);
    for (String each : who) {
      row.top(12, Line.CELL, text("dossier.sign." + each));
    }
    Table.Row days = table.row(ROW);
    for (int i = 0; i < who.length; i++) {
      days.cell(12, TIGHT, dayToFill(null));
    }
  }

  // --- rows ---------------------------------------------------------------------------------

  private static Table.Row side(Table table, String key, boolean first) {
    return table.row(ROW).side(SIDE, LABEL, first ? text(key) : "");
  }

  private static void pair(Table.Row row, int label, String key, int units, String value) {
    row.cell(label, LABEL, text(key)).cell(units, VALUE, value);
  }
}
