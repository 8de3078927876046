package cn.bidui.judge.night;

import cn.bidui.normalize.CivilRecord;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.HardshipRecord;
import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.normalize.ListRecord;
import cn.bidui.plan.Category;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To which categories a person belongs at the first day of a term (开学时点), by all lists of tonight
 * that speak: a risk that was cleared before no longer counts, a household identified later counts
 * from the next term on. Lists that name a guardian or the head of a household only reach the child
 * through {@link Relatives}, in doubt.
 */
final class Eligibility {

  private static final Pattern ENDED = Pattern.compile("停|终止|取消|注销|退出|死亡|失效|过期|冻结");

  private final long identifiedGrace;
  private final Relatives relatives;

  Eligibility(long identifiedGrace, Relatives relatives) {
    this.identifiedGrace = identifiedGrace;
    this.relatives = relatives;
  }

  Grounds grounds(Person person, Term term) {
    TermStart start = new TermStart(term, identifiedGrace);
    List<Ground> grounds = new ArrayList<>();
    person.households().forEach(row -> household(row, start, grounds));
    person.further(CivilRecord.class).forEach(row -> civil(row, Doubt.NONE, start, grounds));
    person.further(DisabilityRecord.class).forEach(row -> card(row, start, grounds));
    family(person, start, grounds);
    person.further(HardshipRecord.class).forEach(row -> recognized(row, term, grounds));
    return grounds.isEmpty() ? Grounds.NONE : new Grounds(grounds);
  }

  private static void household(Row<HouseholdRecord> row, TermStart start, List<Ground> grounds) {
    HouseholdRecord member = row.record();
    EnumSet<Category> categories = EnumSet.noneOf(Category.class);
    if (member.liftedOut() && !Boolean.FALSE.equals(member.enjoysPolicy())) {
      categories.add(Category.LIFTED_OUT);
    }
    @Nullable MonitoredKind monitored = member.monitored();
    if (monitored != null && atRisk(member, start) && start.began(member.identifiedMonth())) {
      categories.add(monitored(monitored));
    }
    addWelfare(member, categories);
    categories.forEach(category -> grounds.add(Ground.of(category, Doubt.NONE, row)));
  }

  private static Category monitored(MonitoredKind kind) {
    return switch (kind) {
      case UNSTABLE -> Category.UNSTABLE;
      case MARGINAL -> Category.MARGINAL;
      case SUDDEN_HARDSHIP -> Category.SUDDEN_HARDSHIP;
    };
  }

  /** A risk cleared in the term's first month was still there on its first day. */
  private static boolean atRisk(HouseholdRecord member, TermStart start) {
    @Nullable YearMonth cleared = member.riskClearedMonth();
    if (Boolean.FALSE.equals(member.riskCleared())) {
      return true;
    }
    return cleared == null ? !Boolean.TRUE.equals(member.riskCleared()) : start.held(cleared);
  }

  private static void addWelfare(HouseholdRecord member, Set<Category> categories) {
    if (member.minimumLiving() != Welfare.NONE) {
      boolean rural = member.minimumLiving() == Welfare.RURAL;
      categories.add(rural ? Category.RURAL_MINIMUM_LIVING : Category.URBAN_MINIMUM_LIVING);
    }
    if (member.extremePoverty() != Welfare.NONE) {
      boolean rural = member.extremePoverty() == Welfare.RURAL;
      categories.add(rural ? Category.RURAL_EXTREME_POVERTY : Category.URBAN_EXTREME_POVERTY);
    }
    if (member.disabled()) {
      categories.add(Category.DISABLED);
    }
    if (member.orphan()) {
      categories.add(Category.ORPHAN);
    }
  }

  private static void civil(
      Row<CivilRecord> row, Doubt doubt, TermStart start, List<Ground> grounds) {
    CivilRecord welfare = row.record();
    if (ENDED.matcher(welfare.status()).find() || !start.began(welfare.from())) {
      return;
    }
    Groups.category(welfare.group())
        .ifPresent(category -> grounds.add(Ground.of(category, doubt, row)));
  }

  /** A card that was issued later may have been issued anew. */
  private static void card(Row<DisabilityRecord> row, TermStart start, List<Ground> grounds) {
    if (!ENDED.matcher(row.record().cardStatus()).find()) {
      Doubt doubt = start.began(row.record().issuedOn()) ? Doubt.NONE : Doubt.DATE;
      grounds.add(Ground.of(Category.DISABLED, doubt, row));
    }
  }

  private void family(Person person, TermStart start, List<Ground> grounds) {
    if (relatives.none()) {
      return;
    }
    relatives
        .of(person)
        .forEach(
            (relative, doubt) -> {
              relatives.welfare(relative).forEach(row -> civil(row, doubt, start, grounds));
              if (doubt == Doubt.GUARDIAN) {
                relatives.disabled(relative).forEach(row -> guardian(row, start, grounds));
              }
            });
  }

  private static void guardian(
      Row<? extends ListRecord> row, TermStart start, List<Ground> grounds) {
    boolean holds =
        !(row.record() instanceof DisabilityRecord card)
            || (!ENDED.matcher(card.cardStatus()).find() && start.began(card.issuedOn()));
    if (holds) {
      grounds.add(Ground.of(Category.DISABLED_GUARDIAN, Doubt.GUARDIAN, row));
    }
  }

  /** Recognition is for one school year (一学年认定一次). */
  private static void recognized(Row<HardshipRecord> row, Term term, List<Ground> grounds) {
    HardshipRecord pupil = row.record();
    @Nullable SchoolYear year = pupil.recognizedYear();
    if (year != null && !year.equals(term.schoolYear())) {
      return;
    }
    pupil
        .groups()
        .forEach(
            group ->
                Groups.category(group)
                    .ifPresent(
                        category -> grounds.add(Ground.of(category, Doubt.RECOGNIZED, row))));
  }
}
