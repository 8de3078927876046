package cn.bidui.judge.identity;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Row;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.ListRecord;
import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.OtherDocument;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * 证件号无效: an id cell holds text that is no valid number. One finding per person and list; a number
 * that linking could repair is its own finding. An empty cell is none, nor is the number of a
 * passport or a permit.
 */
final class IdInvalid implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.ofAny(1, "id-invalid", Severity.MEDIUM);
  }

  @Override
  public Matter matter() {
    return Matter.IDENTITY;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    Map<ListKind, List<Row<? extends ListRecord>>> bad = new TreeMap<>();
    for (Row<? extends ListRecord> row : person.rows()) {
      inquiry.compared();
      if (row.record().id() instanceof CitizenIdReading.Invalid invalid
          && !OtherDocument.is(invalid.cleaned())
          && !night.repaired(row)) {
        bad.computeIfAbsent(row.list(), list -> new ArrayList<>()).add(row);
      }
    }
    bad.forEach((list, rows) -> ask(night, inquiry, person, list, rows));
  }

  private static void ask(
      Night night,
      Inquiry inquiry,
      Person person,
      ListKind list,
      List<Row<? extends ListRecord>> rows) {
    if (!(rows.get(0).record().id() instanceof CitizenIdReading.Invalid invalid)) {
      return;
    }
    String masked = CitizenId.mask(invalid.cleaned());
    String fault = invalid.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(Outcome.SOURCE_TO_CORRECT)
            .apart(list.code())
            .found(masked)
            .fact(fault)
            .evidence(rows)
            .says(fault, Lists.name(list), masked));
  }
}
