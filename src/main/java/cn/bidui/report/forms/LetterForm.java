package cn.bidui.report.forms;

import static cn.bidui.report.forms.Wording.cut;
import static cn.bidui.report.forms.Wording.day;
import static cn.bidui.report.forms.Wording.dayToFill;
import static cn.bidui.report.forms.Wording.text;
import static cn.bidui.report.forms.Wording.toFill;

import java.util.List;

/**
 * 县外就读核实函: asks the bureau of another county whether children go to school there; the reply stub
 * follows. More children than one page holds go on to the next.
 */
final class LetterForm {

  private static final int NAME = 36;
  private static final int LONG = 40;
  private static final double ROW = 7.5;
  private static final Line SIGNATURE = Line.BODY.flush().aligned(Line.Align.RIGHT);
  private static final Line LABEL = Line.CELL.in(Face.HEI);
  private static final Line VALUE = Line.CELL.sized(10, 13);

  private static final Line GAP = Line.SMALL.sized(3, 4);

  private final Paper paper;
  private final Letterhead head;

  LetterForm(Paper paper, Letterhead head) {
    this.paper = paper;
    this.head = head;
  }

  /**
   * @param place the county, as the lists name it; blank if they do not
   * @param children all who may be there; at least one
   */
  void print(String place, List<Dossier> children) {
    paper.page();
    paper.line(Line.TITLE, text("letter.title"));
    paper.line(Line.BODY.flush().aligned(Line.Align.CENTER), text("number-blank"));
    paper.line(
        Line.BODY.flush().below(8),
        place.isEmpty() ? text("letter.to-blank") : text("letter.to", cut(place, LONG)));
    paper.line(Line.BODY, text("letter.body", children.size()));
    paper.line(Line.BODY, text("letter.ask"));
    paper.line(GAP, "");
    asked(children);
    paper.line(Line.BODY.below(6), text("letter.privacy"));
    paper.line(Line.BODY, text("letter.contact"));
    paper.line(SIGNATURE.below(8), toFill(cut(head.unit(), LONG), 16) + text("letter.seal"));
    paper.line(SIGNATURE, dayToFill(null));
    reply(children);
  }

  private void asked(List<Dossier> children) {
    Table table = paper.table();
    table
        .row(ROW)
        .heading()
        .cell(3, LABEL, text("letter.column.number"))
        .cell(8, LABEL, text("letter.column.name"))
        .cell(4, LABEL, text("letter.column.sex"))
        .cell(10, LABEL, text("letter.column.birth"))
        .cell(12, LABEL, text("letter.column.id"))
        .cell(11, LABEL, text("letter.column.school"));
    for (int i = 0; i < children.size(); i++) {
      Dossier.Child child = children.get(i).child();
      table
          .row(ROW)
          .cell(3, VALUE, String.valueOf(i + 1))
          .cell(8, VALUE, cut(child.name(), NAME))
          .cell(4, VALUE, child.sex())
          .cell(10, VALUE, day(child.birth()))
          .cell(12, VALUE, child.id())
          .cell(11, VALUE, cut(children.get(i).away().school(), NAME));
    }
  }

  private void reply(List<Dossier> children) {
    Line middle = Line.SMALL.aligned(Line.Align.CENTER);
    paper.line(middle.below(8), text("notice.cut"));
    paper.line(middle.in(Face.HEI).sized(14, 24).below(2), text("letter.stub"));
    paper.line(Line.SMALL, text("letter.reply", toFill(cut(head.unit(), LONG), 16)));
    paper.line(GAP, "");
    Table table = paper.table();
    table
        .row(ROW)
        .heading()
        .cell(8, LABEL, text("letter.column.name"))
        .cell(12, LABEL, text("letter.column.case"))
        .cell(6, LABEL, text("letter.column.attends"))
        .cell(10, LABEL, text("letter.column.where"))
        .cell(6, LABEL, text("letter.column.student-number"))
        .cell(6, LABEL, text("letter.column.aided"));
    for (Dossier child : children) {
      table
          .row(ROW + 1)
          .cell(8, VALUE, cut(child.child().name(), NAME))
          .cell(12, VALUE.sized(9, 12), child.caseId())
          .cell(6, VALUE, "")
          .cell(10, VALUE, "")
          .cell(6, VALUE, "")
          .cell(6, VALUE, "");
    }
    paper.line(Line.SMALL.sized(10.5, 22).below(6), text("letter.replied"));
  }
}
