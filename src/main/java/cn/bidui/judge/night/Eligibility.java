package cn.bidui.judge.night;

import cn.bidui.normalize.HouseholdRecord;
import cn.bidui.normalize.HouseholdRecord.MonitoredKind;
import cn.bidui.normalize.HouseholdRecord.Welfare;
import cn.bidui.plan.Category;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * To which categories a household member belongs at the first day of a term (开学时点): a risk that was
 * cleared before no longer counts, a household identified later counts from the next term on.
 */
public final class Eligibility {

  private final long identifiedGrace;

  public Eligibility(long identifiedGrace) {
    this.identifiedGrace = identifiedGrace;
  }

  public EnumSet<Category> categories(HouseholdRecord member, Term term) {
    EnumSet<Category> categories = EnumSet.noneOf(Category.class);
    if (member.liftedOut() && !Boolean.FALSE.equals(member.enjoysPolicy())) {
      categories.add(Category.LIFTED_OUT);
    }
    @Nullable MonitoredKind monitored = member.monitored();
    if (monitored != null && atRisk(member, term) && identifiedInTime(member, term)) {
      categories.add(monitored(monitored));
    }
    addWelfare(member, categories);
    return categories;
  }

  private static Category monitored(MonitoredKind kind) {
    return switch (kind) {
      case UNSTABLE -> Category.UNSTABLE;
      case MARGINAL -> Category.MARGINAL;
      case SUDDEN_HARDSHIP -> Category.SUDDEN_HARDSHIP;
    };
  }

  /** A risk cleared in the term's first month was still there on its first day. */
  private static boolean atRisk(HouseholdRecord member, Term term) {
    @Nullable YearMonth cleared = member.riskClearedMonth();
    if (Boolean.FALSE.equals(member.riskCleared())) {
      return true;
    }
    return cleared == null
        ? !Boolean.TRUE.equals(member.riskCleared())
        : !cleared.isBefore(YearMonth.from(term.firstDay()));
  }

  /** Only the month is recorded: what cannot be shown to be within the grace is not. */
  private boolean identifiedInTime(HouseholdRecord member, Term term) {
    @Nullable YearMonth identified = member.identifiedMonth();
    LocalDate latest = term.firstDay().plusDays(identifiedGrace);
    return identified == null || !identified.atEndOfMonth().isAfter(latest);
  }

  private static void addWelfare(HouseholdRecord member, EnumSet<Category> categories) {
    addByPlace(
        member.minimumLiving(),
        Category.RURAL_MINIMUM_LIVING,
        Category.URBAN_MINIMUM_LIVING,
        categories);
    addByPlace(
        member.extremePoverty(),
        Category.RURAL_EXTREME_POVERTY,
        Category.URBAN_EXTREME_POVERTY,
        categories);
    if (member.disabled()) {
      categories.add(Category.DISABLED);
    }
    if (member.orphan()) {
      categories.add(Category.ORPHAN);
    }
  }

  private static void addByPlace(
      Welfare welfare, Category rural, Category urban, EnumSet<Category> categories) {
    if (welfare != Welfare.NONE) {
      categories.add(welfare == Welfare.RURAL ? rural : urban);
    }
  }
}
