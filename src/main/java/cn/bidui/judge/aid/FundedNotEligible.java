package cn.bidui.judge.aid;

import cn.bidui.judge.finding.Outcome;
import cn.bidui.judge.finding.Severity;
import cn.bidui.judge.night.Grant;
import cn.bidui.judge.night.Inquiry;
import cn.bidui.judge.night.Lists;
import cn.bidui.judge.night.Matter;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Question;
import cn.bidui.judge.night.Rule;
import cn.bidui.judge.night.RuleCard;
import cn.bidui.normalize.CivilRecord;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.HardshipRecord;
import cn.bidui.plan.AidPolicy;
import cn.bidui.plan.Category;
import cn.bidui.plan.Program;
import cn.bidui.source.ListKind;
import cn.bidui.source.Yuan;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 受助依据待核: funded by a program for certain categories, and no list says that the pupil is of one. A
 * question: schools recognize other poor families too, and where their list of recognized pupils is
 * not there, it is one to check.
 */
final class FundedNotEligible implements Rule {

  @Override
  public RuleCard card() {
    return RuleCard.of("funded-not-eligible", Severity.LOW, ListKind.AID, ListKind.HOUSEHOLDS);
  }

  @Override
  public Matter matter() {
    return Matter.AID;
  }

  @Override
  public void judge(Night night, Inquiry inquiry, Person person) {
    for (Grant grant : night.funding(person).grants()) {
      @Nullable Program program = grant.program();
      if (program != null && !grant.counted().isEmpty()) {
        judge(night, inquiry, grant, rows(night, program, grant));
      }
    }
  }

  private static void judge(Night night, Inquiry inquiry, Grant grant, List<AidPolicy> rows) {
    Set<Category> eligible = EnumSet.noneOf(Category.class);
    rows.forEach(row -> eligible.addAll(row.eligible()));
    boolean forAll = rows.stream().anyMatch(row -> row.eligible().isEmpty());
    if (eligible.isEmpty() || forAll || !told(night, eligible)) {
      return;
    }
    inquiry.compared();
    if (unnamed(night, grant.person(), grant)) {
      ask(night, inquiry, grant, rows.get(0));
    }
  }

  /** The policy's rows that are in force for the stages of the program in that term. */
  private static List<AidPolicy> rows(Night night, Program program, Grant grant) {
    return night.policies().rows(program).stream()
        .filter(row -> row.inForce(grant.term()))
        .toList();
  }

  /**
   * Whether somebody could say: the school's own recognition, or all lists of authorities together.
   * With fewer every pupil whom a school recognized would be asked about.
   */
  private static boolean told(Night night, Set<Category> eligible) {
    return night.has(ListKind.HARDSHIP)
        || eligible.stream()
            .filter(category -> category != Category.MARTYR_CHILD)
            .map(FundedNotEligible::teller)
            .allMatch(night::has);
  }

  /** The list of the authority that knows who is of that category. */
  private static ListKind teller(Category category) {
    return switch (category) {
      case LIFTED_OUT, UNSTABLE, MARGINAL, SUDDEN_HARDSHIP -> ListKind.HOUSEHOLDS;
      case DISABLED, DISABLED_GUARDIAN -> ListKind.DISABILITY;
      default -> ListKind.CIVIL;
    };
  }

  /** Neither in a list of an authority at the first day of the term nor recognized by a school. */
  private static boolean unnamed(Night night, Person person, Grant grant) {
    return night.grounds(person, grant.term()).isEmpty()
        && person.further(HardshipRecord.class).isEmpty();
  }

  private static void ask(Night night, Inquiry inquiry, Grant grant, AidPolicy row) {
    Person person = grant.person();
    boolean undecided =
        night.mayBe(person).stream().anyMatch(other -> !unnamed(night, other, grant));
    Optional<Yuan> total = grant.total();
    inquiry.ask(
        Question.about(night, inquiry, person)
            .outcome(
                undecided || !night.has(ListKind.HARDSHIP)
                    ? Outcome.TO_CHECK
                    : Outcome.FUNDED_NOT_ELIGIBLE)
            .aid(grant)
            .found(total)
            .evidence(person.roll())
            .evidence(person.households())
            .evidence(grant.rows())
            .says(
                undecided ? "to-check" : listed(person) ? "ended" : "sentence",
                grant.term().label(),
                grant.written(),
                total.map(amount -> amount + " 元").orElse("金额未填"),
                row.standard().source(),
                Lists.names(asked(night))));
  }

  /** In a list of an authority, but of no category at the first day of the term. */
  private static boolean listed(Person person) {
    return !person.households().isEmpty()
        || !person.further(CivilRecord.class).isEmpty()
        || !person.further(DisabilityRecord.class).isEmpty();
  }

  private static List<ListKind> asked(Night night) {
    return List.of(ListKind.HOUSEHOLDS, ListKind.CIVIL, ListKind.DISABILITY, ListKind.HARDSHIP)
        .stream()
        .filter(night::has)
        .toList();
  }
}
