package cn.bidui.judge;

import cn.bidui.link.IdentityNote;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 证件号疑似录入错误: linking repaired it to a number of another list. One finding per person and list. */
final class IdSuspectedTypo implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(1, "id-suspected-typo", Severity.MEDIUM);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    inquiry.compared(night.county().links().persons());
    Map<Integer, Map<ListKind, List<IdentityNote>>> grouped = new TreeMap<>();
    Noted.of(night, IdentityNote.Kind.ID_REPAIRED)
        .forEach(
            note ->
                grouped
                    .computeIfAbsent(Noted.left(night, note).number(), n -> new TreeMap<>())
                    .computeIfAbsent(note.left(), list -> new ArrayList<>())
                    .add(note));
    grouped.forEach(
        (person, lists) ->
            lists.forEach((list, notes) -> ask(night, inquiry, night.person(person), notes)));
  }

  private static void ask(Night night, Inquiry inquiry, Person person, List<IdentityNote> notes) {
    IdentityNote first = notes.get(0);
    String written = Portrait.maskedId(List.of(Noted.leftRow(night, first).record().id()));
    String other = Portrait.maskedId(List.of(Noted.rightRow(night, first).record().id()));
    Question question =
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .apart(first.left().code())
            .found(written)
            .fact(other)
            .fact(first.detail())
            .says("sentence", Lists.name(first.left()), written, Lists.name(first.right()), other);
    notes.forEach(note -> question.evidence(Noted.rows(night, note)));
    inquiry.ask(question);
  }
}
