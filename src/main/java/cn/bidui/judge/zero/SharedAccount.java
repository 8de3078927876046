package cn.bidui.judge.zero;

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
import cn.bidui.normalize.AidRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.PaymentRecord;
import cn.bidui.plan.Limit;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 多生同卡: one account for several pupils in the aid list or the payment list. Brothers and sisters on
 * the card of their family are normal up to a number. The account itself is shown nowhere but for
 * its last four digits.
 */
final class SharedAccount implements Rule {

  private static final String FAMILY = "family";

  /** How many pupils a finding names and shows the rows of; a cell cannot hold thousands. */
  private static final int NAMED = 20;

  @Override
  public RuleCard card() {
    return RuleCard.of("shared-account", Severity.MEDIUM)
        .withOneOf(ListKind.AID, ListKind.PAYMENTS)
        .with(
            Map.of(FAMILY, new Limit(3, "pupils", "同一家庭的子女共用家长的一卡通属正常；一户在读子女超过 3 人的逐户核实。", "自定")));
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry) {
    AccountUse use = AccountUse.of(night);
    inquiry.compared(use.accounts());
    use.shared().forEach((account, persons) -> compare(night, inquiry, account, persons));
  }

  private static void compare(Night night, Inquiry inquiry, String account, Set<Integer> persons) {
    List<Person> pupils =
        persons.stream().map(night::person).sorted(Comparator.comparing(night::key)).toList();
    Families families = Families.of(night, pupils);
    if (families.number() > 1 || pupils.size() > inquiry.limit(FAMILY)) {
      ask(night, inquiry, account, pupils, families);
    }
  }

  private static void ask(
      Night night, Inquiry inquiry, String account, List<Person> pupils, Families families) {
    String sentence = sentence(families);
    boolean certain = sentence.equals("sentence");
    List<Person> named = pupils.subList(0, Math.min(NAMED, pupils.size()));
    List<Row<? extends ListRecord>> rows = rows(named, account);
    String names = names(named) + (named.size() < pupils.size() ? "等" : "");
    inquiry.ask(
        Question.about(night, inquiry, account, named)
            .outcome(certain ? Outcome.PAYMENT_DIFFERS : Outcome.TO_CHECK)
            .found(Accounts.ending(account))
            .fact(keys(night, pupils))
            .evidence(rows)
            .says(
                sentence,
                Lists.names(rows.stream().map(Row::list).toList()),
                Accounts.ending(account),
                Integer.toString(pupils.size()),
                names));
  }

  private static String sentence(Families families) {
    if (families.maybeOnePerson()) {
      return "to-check";
    }
    if (families.number() == 1) {
      return "family";
    }
    return families.known() ? "sentence" : "unknown";
  }

  private static String keys(Night night, List<Person> pupils) {
    return pupils.stream().map(one -> night.key(one).text()).collect(Collectors.joining(","));
  }

  private static String names(List<Person> pupils) {
    return pupils.stream()
        .map(one -> one.rows().get(0).record().name().raw())
        .collect(Collectors.joining("、"));
  }

  private static List<Row<? extends ListRecord>> rows(List<Person> pupils, String account) {
    List<Row<? extends ListRecord>> rows = new ArrayList<>();
    for (Person pupil : pupils) {
      pupil.rows().stream().filter(row -> names(row.record(), account)).forEach(rows::add);
    }
    return rows;
  }

  private static boolean names(ListRecord record, String account) {
    if (record instanceof AidRecord aid) {
      return Accounts.read(aid.account()).filter(account::equals).isPresent();
    }
    return record instanceof PaymentRecord paid
        && Accounts.read(paid.account()).filter(account::equals).isPresent();
  }
}
