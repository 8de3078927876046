package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Noted;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Portrait;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.IdentityNote;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 证件号疑似录入错误: linking repaired it to a number of another list, or the student number says that it is
 * another. One finding per person and list.
 */
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
            .fact(first.detail());
    say(question, first, written, other);
    notes.forEach(note -> question.evidence(Noted.rows(night, note)));
    inquiry.ask(question);
  }

  /** Where nothing is written there is nothing to show, whatever led to the other number. */
  private static void say(Question question, IdentityNote note, String written, String other) {
    String list = Lists.name(note.left());
    String otherList = Lists.name(note.right());
    if (written.isEmpty()) {
      question.says("missing", list, otherList, other);
    } else {
      question.says(sentence(note.detail()), list, written, otherList, other);
    }
  }

  /** An id that cannot be read at all counts as missing for linking, yet it is written. */
  private static String sentence(String slip) {
    return switch (slip) {
      case "link.slip.missing", "link.slip.student-number" -> "student-number";
      case "link.slip.changed" -> "changed";
      default -> "sentence";
    };
  }
}
