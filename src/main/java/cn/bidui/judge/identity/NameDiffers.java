package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Noted;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.link.IdentityNote;
import cn.bidui.normalize.ListRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** 姓名不一致: one person by id, under names that differ between lists. One finding per person. */
final class NameDiffers implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(2, "name-differs", Severity.LOW);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    inquiry.compared(night.county().links().persons());
    Map<Integer, List<IdentityNote>> grouped = new TreeMap<>();
    Noted.of(night, IdentityNote.Kind.NAME_DIFFERS)
        .forEach(
            note ->
                grouped
                    .computeIfAbsent(Noted.left(night, note).number(), n -> new ArrayList<>())
                    .add(note));
    grouped.forEach((person, notes) -> ask(night, inquiry, night.person(person), notes));
  }

  private static void ask(Night night, Inquiry inquiry, Person person, List<IdentityNote> notes) {
    Set<String> names = new TreeSet<>();
    for (IdentityNote note : notes) {
      Noted.rows(night, note).forEach(row -> names.add(written(row)));
    }
    String all = String.join("；", names);
    Question question =
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .found(all)
            .says("sentence", all);
    notes.forEach(note -> question.evidence(Noted.rows(night, note)));
    inquiry.ask(question);
  }

  /** {@code 资助：章三}. */
  private static String written(Row<? extends ListRecord> row) {
    return Lists.name(row.list()) + "：" + row.record().name().raw();
  }
}
