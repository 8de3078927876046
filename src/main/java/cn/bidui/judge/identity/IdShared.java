package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Noted;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.IdentityNote;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** 一号多人: one valid id stands for wholly different names. One finding per pair of persons. */
final class IdShared implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(1, "id-shared", Severity.MEDIUM);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    inquiry.compared(night.county().links().persons());
    List<IdentityNote> notes = Noted.of(night, IdentityNote.Kind.ID_SHARED).toList();
    Pairs.grouped(
            night.county().links(),
            notes,
            note -> new Pairs.End(note.left(), note.leftRow()),
            note -> new Pairs.End(note.right(), note.rightRow()))
        .forEach((two, pairs) -> ask(night, inquiry, two, pairs));
  }

  private static void ask(Night night, Inquiry inquiry, Pairs.Two two, List<IdentityNote> pairs) {
    Set<String> names = new TreeSet<>();
    Set<ListKind> lists = new TreeSet<>();
    for (IdentityNote pair : pairs) {
      Noted.rows(night, pair).forEach(row -> names.add(row.record().name().raw()));
      lists.addAll(Noted.lists(pair));
    }
    Question question =
        Question.about(night, inquiry, night.person(two.one()), night.person(two.other()))
            .outcome(Outcome.IDENTITY_TO_DECIDE)
            .found(String.join("、", names))
            .says("sentence", Lists.names(lists), String.join("、", names));
    pairs.forEach(pair -> question.evidence(Noted.rows(night, pair)));
    inquiry.ask(question);
  }
}
