package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidStandard.Payment;
import cn.bidui.source.Term;
import cn.bidui.source.Term.Season;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the rows of one file about the same pupils follow each other term by term: no term is
 * covered twice, and none between two rows is left out.
 */
final class PolicyPeriods {

  private final Set<String> said = new HashSet<>();

  private PolicyPeriods() {}

  /** The terms of one row for one kind of pupil. */
  private record Period(PlacedRow of, Term from, @Nullable Term to) {}

  /** Notes each overlap and gap at the later of the two rows, once. */
  static void check(List<PlacedRow> rows) {
    Map<String, List<Period>> byPupils = new TreeMap<>();
    for (PlacedRow placed : rows) {
      periods(placed)
          .forEach((k, period) -> byPupils.computeIfAbsent(k, x -> new ArrayList<>()).add(period));
    }
    PolicyPeriods check = new PolicyPeriods();
    for (List<Period> same : byPupils.values()) {
      same.sort(Comparator.comparing(Period::from));
      for (int i = 1; i < same.size(); i++) {
        check.compare(same.get(i - 1), same.get(i));
      }
    }
  }

  private void compare(Period earlier, Period later) {
    Yaml place = later.of().place();
    String kind = kind(earlier.to(), later.from());
    if (!kind.isEmpty() && said.add(kind + place.line())) {
      String line = Integer.toString(earlier.of().place().line());
      place.mistake("policy." + kind, later.of().row().program(), later.from().label(), line);
    }
  }

  private static String kind(@Nullable Term to, Term from) {
    if (to == null || to.compareTo(from) >= 0) {
      return "overlap";
    }
    return to.equals(from.previous()) ? "" : "gap";
  }

  /** By each kind of pupil that the row speaks of, the terms in which it does. */
  private static Map<String, Period> periods(PlacedRow placed) {
    AidPolicy row = placed.row();
    Map<String, Period> periods = new TreeMap<>();
    for (Stage stage : row.stages()) {
      for (int year : years(row, stage)) {
        @Nullable Period period = period(placed, year);
        if (period != null) {
          pupils(row, row.program() + stage + year).forEach(key -> periods.put(key, period));
        }
      }
    }
    return periods;
  }

  /** Those who must have entered in certain terms are in a grade in certain terms only. */
  private static @Nullable Period period(PlacedRow placed, int year) {
    AidPolicy row = placed.row();
    Term from = later(row.from(), row.entered().firstAt(year));
    @Nullable Term to = earlier(row.to(), row.entered().lastAt(year));
    if (row.standard().payment() == Payment.ONCE) {
      // Nothing is paid in spring, so a year's payment reaches to the next autumn.
      from = from.season() == Season.AUTUMN ? from : new Term(from.year(), Season.AUTUMN);
      to = to == null || to.season() == Season.SPRING ? to : new Term(to.year() + 1, Season.SPRING);
    }
    return to != null && to.compareTo(from) < 0 ? null : new Period(placed, from, to);
  }

  private static Term later(Term one, @Nullable Term other) {
    return other == null || one.compareTo(other) >= 0 ? one : other;
  }

  private static @Nullable Term earlier(@Nullable Term one, @Nullable Term other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static List<String> pupils(AidPolicy row, String grade) {
    List<String> keys = new ArrayList<>();
    for (Boarding boarding : Boarding.values()) {
      for (Province province : Province.values()) {
        if ((row.boarding() == null || row.boarding() == boarding)
            && (row.province() == null || row.province() == province)) {
          categories(row).forEach(word -> keys.add(grade + boarding + province + word));
        }
      }
    }
    return keys;
  }

  static Set<Integer> years(AidPolicy row, Stage stage) {
    Set<Integer> years = new TreeSet<>();
    for (int year = 1; year <= stage.years(); year++) {
      if (row.years().isEmpty() || row.years().contains(year)) {
        years.add(year);
      }
    }
    return years;
  }

  private static List<String> categories(AidPolicy row) {
    if (row.everyone()) {
      return List.of(StandardReader.EVERYONE);
    }
    return row.eligible().isEmpty()
        ? List.of("")
        : row.eligible().stream().map(Category::code).toList();
  }
}
