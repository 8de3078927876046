package cn.bidui.report.forms;

import static cn.bidui.report.forms.Wording.cut;
import static cn.bidui.report.forms.Wording.day;
import static cn.bidui.report.forms.Wording.dayToFill;
import static cn.bidui.report.forms.Wording.text;
import static cn.bidui.report.forms.Wording.toFill;

import cn.bidui.report.forms.Dossier.Work.Visit;
import java.util.List;

/**
 * 限期返校通知书: the township tells a guardian until when a child has to be back (义务教育法第五十八条), and on the
 * same page the stub that the guardian signs.
 */
final class NoticeForm {

  private static final int NAME = 36;
  private static final int LONG = 60;

  /** A long number would pull a justified line apart. */
  private static final Line TOLD = Line.BODY.aligned(Line.Align.LEFT);

  private static final Line SIGNATURE = Line.BODY.flush().aligned(Line.Align.RIGHT);
  private static final Line STUB = Line.SMALL.sized(12, 22);

  private final Paper paper;
  private final OnePage page = new OnePage(Margins.LETTER);

  NoticeForm(Paper paper) {
    this.paper = paper;
  }

  void print(Dossier child) {
    page.line(Line.TITLE, text("notice.title"));
    String number = number(child);
    page.line(Line.BODY.flush().aligned(Line.Align.CENTER), number);
    String name = toFill(cut(child.child().name(), NAME), 8);
    String guardian = toFill(cut(child.home().guardian(), NAME), 10);
    page.line(Line.BODY.flush().below(8), text("notice.to", guardian, name));
    page.line(TOLD, about(child, name));
    page.line(Line.BODY, text("notice.law"));
    String school = toFill(cut(child.schooling().school(), LONG), 18);
    page.line(Line.BODY, text("notice.order", name, school));
    page.line(Line.BODY, text("notice.contact"));
    page.line(SIGNATURE.below(14), office(child.home().township()) + text("notice.seal"));
    page.line(SIGNATURE, dayToFill(child.work().noticeOn()));
    stub(child, number, name);
    page.print(paper);
  }

  private static String number(Dossier child) {
    String number = cut(child.work().noticeNumber(), LONG);
    return number.isEmpty() ? text("number-blank") : number;
  }

  private static String about(Dossier about, String name) {
    Dossier.Child child = about.child();
    Dossier.Schooling schooling = about.schooling();
    return text(
        "notice.child",
        name,
        toFill(child.sex(), 4),
        dayToFill(child.birth()),
        toFill(child.id(), 18),
        toFill(cut(schooling.school(), LONG), 18),
        cut(schooling.grade(), NAME),
        cut(schooling.className(), NAME),
        visits(about.work().visits()));
  }

  private static String visits(List<Visit> visits) {
    if (visits.isEmpty()) {
      return text("notice.not-visited");
    }
    List<Visit> byDay = visits.stream().sorted(java.util.Comparator.comparing(Visit::on)).toList();
    return text(
        "notice.visited",
        day(byDay.get(0).on()),
        byDay.size(),
        day(byDay.get(byDay.size() - 1).on()));
  }

  /** {@code 青石镇} → {@code 青石镇人民政府}, {@code 东街街道} → {@code 东街街道办事处}. */
  private static String office(String township) {
    String name = cut(township, NAME);
    if (name.isEmpty()) {
      return toFill("", 16);
    }
    if (name.endsWith("街道")) {
      return text("office.street", name);
    }
    boolean town = name.endsWith("镇") || name.endsWith("乡");
    return town ? text("office.town", name) : name;
  }

  private void stub(Dossier child, String number, String name) {
    Line middle = Line.SMALL.aligned(Line.Align.CENTER);
    page.line(middle.below(16), text("notice.cut"));
    page.line(middle.in(Face.HEI).sized(14, 26).below(6), text("notice.stub"));
    page.line(STUB.indented(2), text("notice.received", number, name, child.caseId()));
    page.line(STUB.indented(2), text("notice.will"));
    page.line(STUB.below(8), text("notice.sign"));
    page.line(STUB.sized(10.5, 22), text("notice.delivered"));
  }
}
