package cn.bidui.report.forms;

import static cn.bidui.report.forms.Wording.cut;
import static cn.bidui.report.forms.Wording.day;
import static cn.bidui.report.forms.Wording.dayToFill;
import static cn.bidui.report.forms.Wording.text;
import static cn.bidui.report.forms.Wording.toFill;

import cn.bidui.report.forms.Dossier.Work.Visit;
import java.util.List;

/** 劝返书面报告: what the school tells the bureau when persuading was of no avail (未成年人保护法第二十八条). */
final class ReportForm {

  /** So many visits are told; the dossier and the ledger have more. */
  static final int VISITS = 4;

  private static final int LINES_TO_WRITE = 3;
  private static final int NAME = 36;
  private static final int LONG = 60;
  private static final int WORDS = 110;

  private static final Line HEADING = Line.BODY.in(Face.HEI);

  /** Long numbers would pull a justified line apart. */
  private static final Line TOLD = Line.BODY.aligned(Line.Align.LEFT);

  private static final Line SIGNATURE = Line.BODY.flush().aligned(Line.Align.RIGHT);

  private final Paper paper;
  private final OnePage page = new OnePage(Margins.LETTER);
  private final Letterhead head;

  ReportForm(Paper paper, Letterhead head) {
    this.paper = paper;
    this.head = head;
  }

  void print(Dossier child) {
    page.line(Line.TITLE, text("written.title"));
    String bureau = head.unit().isBlank() ? text("written.bureau") : cut(head.unit(), LONG);
    page.line(Line.BODY.flush().below(10), text("written.to", bureau));
    page.line(Line.BODY, text("written.law"));
    page.line(HEADING, text("written.one"));
    page.line(TOLD, about(child));
    page.line(HEADING, text("written.two"));
    page.line(TOLD, found(child));
    page.line(HEADING, text("written.three"));
    visits(child.work().visits());
    page.line(HEADING, text("written.four"));
    page.line(Line.BODY, text("written.request", dayToFill(child.work().reportedOn())));
    signature(child);
    page.print(paper);
  }

  private static String about(Dossier about) {
    Dossier.Child child = about.child();
    Dossier.Home home = about.home();
    Dossier.Schooling schooling = about.schooling();
    return text(
        "written.child",
        toFill(cut(child.name(), NAME), 8),
        toFill(child.sex(), 4),
        dayToFill(child.birth()),
        toFill(child.id(), 18),
        toFill(cut(child.studentNumber(), NAME), 18),
        toFill(cut(schooling.school(), LONG), 16)
            + cut(schooling.grade(), NAME)
            + cut(schooling.className(), NAME),
        toFill(cut(home.township() + home.village(), LONG), 16),
        toFill(cut(home.guardian(), NAME), 8),
        toFill(cut(home.kind(), LONG), 8),
        toFill(cut(child.disability(), NAME), 8));
  }

  private static String found(Dossier about) {
    return text(
        "written.found",
        dayToFill(about.discovery().since()),
        cut(Wording.joined(about.discovery().by()), LONG),
        about.caseId(),
        toFill(cut(about.discovery().reason(), LONG), 10),
        toFill(cut(about.answering().responsible(), NAME), 8));
  }

  private void visits(List<Visit> all) {
    int left = Math.max(0, all.size() - VISITS);
    if (left > 0) {
      page.line(Line.BODY, text("written.visits-last", all.size(), VISITS));
    }
    for (int i = left; i < all.size(); i++) {
      Visit visit = all.get(i);
      page.line(
          Line.BODY,
          text(
              "written.visit",
              i + 1,
              day(visit.on()),
              toFill(cut(visit.words(), WORDS), 24),
              cut(visit.by(), NAME)));
    }
    for (int i = all.size(); i < LINES_TO_WRITE; i++) {
      page.line(Line.BODY, text("written.visit-blank"));
    }
  }

  private void signature(Dossier child) {
    page.line(SIGNATURE.below(14), text("written.principal"));
    String school = cut(child.schooling().school(), LONG);
    page.line(SIGNATURE, school + text("written.school"));
    page.line(SIGNATURE, dayToFill(child.work().reportedOn()));
    page.line(Line.SMALL.sized(10.5, 18).below(16), text("written.receipt"));
  }
}
