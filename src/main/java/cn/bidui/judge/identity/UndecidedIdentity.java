package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.ListRecord;
import cn.bidui.source.ListKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** 身份待认定: two persons who may be one. One finding per pair, however many rows they have. */
final class UndecidedIdentity implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(2, "undecided-identity", Severity.MEDIUM);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    inquiry.compared(night.county().links().persons());
    Pairs.grouped(
            night.county().links(),
            night.county().links().undecided(),
            pair -> new Pairs.End(pair.left(), pair.leftRow()),
            pair -> new Pairs.End(pair.right(), pair.rightRow()))
        .forEach((two, pairs) -> ask(night, inquiry, two, pairs));
  }

  private static void ask(Night night, Inquiry inquiry, Pairs.Two two, List<Undecided> pairs) {
    Set<ListKind> lists = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    Set<String> tiers = new TreeSet<>();
    Question question =
        Question.about(night, inquiry, night.person(two.one()), night.person(two.other()))
            .outcome(Outcome.IDENTITY_TO_DECIDE);
    for (Undecided pair : pairs) {
      List<Row<ListRecord>> rows =
          List.of(night.row(pair.left(), pair.leftRow()), night.row(pair.right(), pair.rightRow()));
      rows.forEach(row -> lists.add(row.list()));
      rows.forEach(row -> names.add(row.record().name().raw()));
      tiers.add(pair.tier().label());
      question.evidence(rows);
    }
    inquiry.ask(
        question
            .found(String.join("、", names))
            .fact(String.join(",", tiers))
            .says("sentence", Lists.names(lists), String.join("、", names)));
  }
}
