package cn.bidui.judge.night;

import cn.bidui.judge.night.Due.Hold;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.AidStandard;
import cn.bidui.plan.Attendance;
import cn.bidui.plan.Category;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what one person is due in the judged terms: program by program, and how surely. */
final class Dues {

  private final Night night;
  private final AidPolicies policies;
  private final Person person;
  private final List<Due> dues = new ArrayList<>();

  private Dues(Night night, Person person) {
    this.night = night;
    this.policies = night.policies();
    this.person = person;
  }

  /** By term, then in the order of the policies. */
  static List<Due> of(Night night, Person person) {
    Dues dues = new Dues(night, person);
    night.judgedTerms().forEach(dues::judge);
    return List.copyOf(dues.dues);
  }

  private void judge(Term term) {
    Grounds now = night.grounds(person, term);
    Grounds later = later(now, night.grounds(person, after(term)));
    if (now.isEmpty() && later.isEmpty()) {
      return;
    }
    Optional<Schooled> school = Schooled.of(night, person, term, Program.Payer.SCHOOL);
    Optional<Schooled> hukou = Schooled.of(night, person, term, Program.Payer.HUKOU);
    for (Program program : policies.programs()) {
      (program.payer() == Program.Payer.SCHOOL ? school : hukou)
          .ifPresent(schooled -> judge(program, schooled, now, later));
    }
  }

  /** What the next term says more; mostly nothing, and then nobody need look twice. */
  private static Grounds later(Grounds now, Grounds next) {
    return now.categories().containsAll(next.categories()) ? Grounds.NONE : next;
  }

  private void judge(Program program, Schooled schooled, Grounds now, Grounds later) {
    Optional<Found> due = find(program, schooled.pupil(), now);
    due.ifPresent(found -> add(program, schooled, found, hold(program, schooled)));
    if (due.isEmpty()) {
      find(program, schooled.pupil(), later)
          .ifPresent(found -> add(program, schooled, found, Hold.NEXT_TERM));
    }
  }

  private static Term after(Term term) {
    return term.season() == Term.Season.AUTUMN
        ? new Term(term.year() + 1, Term.Season.SPRING)
        : new Term(term.year(), Term.Season.AUTUMN);
  }

  private record Found(AidStandard standard, Doubt doubt, Grounds grounds) {}

  /** With as little doubt as possible; most programs are not due whatever is in doubt. */
  private Optional<Found> find(Program program, Attendance pupil, Grounds grounds) {
    if (grounds.isEmpty() || !maybeDue(program, pupil, grounds)) {
      return Optional.empty();
    }
    return Arrays.stream(Doubt.values())
        .filter(grounds::has)
        .flatMap(doubt -> find(program, pupil, grounds.upTo(doubt), doubt).stream())
        .findFirst();
  }

  private boolean maybeDue(Program program, Attendance pupil, Grounds grounds) {
    return policies.due(program, pupil, either(grounds.categories())).isPresent();
  }

  private Optional<Found> find(Program program, Attendance pupil, Grounds grounds, Doubt doubt) {
    Optional<AidStandard> plain = policies.due(program, pupil, grounds.categories());
    Optional<AidStandard> due =
        plain.isPresent() ? plain : policies.due(program, pupil, either(grounds.categories()));
    boolean area = doubt == Doubt.NONE && plain.isEmpty() && !eitherWay(program, pupil, grounds);
    return due.map(
        standard ->
            new Found(standard, area ? Doubt.AREA : doubt, telling(program, pupil, grounds)));
  }

  /** Those of the grounds that alone would make it due. */
  private Grounds telling(Program program, Attendance pupil, Grounds grounds) {
    return grounds.only(
        ground -> policies.due(program, pupil, either(EnumSet.of(ground.category()))).isPresent());
  }

  /** Whether it is due to the town and to the country alike. */
  private boolean eitherWay(Program program, Attendance pupil, Grounds grounds) {
    return policies.due(program, pupil, rural(grounds.categories())).isPresent()
        && policies.due(program, pupil, urban(grounds.categories())).isPresent();
  }

  private static Set<Category> either(Set<Category> categories) {
    Set<Category> either = EnumSet.noneOf(Category.class);
    either.addAll(rural(categories));
    either.addAll(urban(categories));
    return either;
  }

  private static Set<Category> rural(Set<Category> categories) {
    return taken(categories, Category.RURAL_MINIMUM_LIVING, Category.RURAL_EXTREME_POVERTY);
  }

  private static Set<Category> urban(Set<Category> categories) {
    return taken(categories, Category.URBAN_MINIMUM_LIVING, Category.URBAN_EXTREME_POVERTY);
  }

  /** The categories with welfare of neither town nor country taken for that of one of them. */
  private static Set<Category> taken(
      Set<Category> categories, Category minimumLiving, Category extremePoverty) {
    Set<Category> taken = EnumSet.noneOf(Category.class);
    taken.addAll(categories);
    if (categories.contains(Category.MINIMUM_LIVING)) {
      taken.add(minimumLiving);
    }
    if (categories.contains(Category.EXTREME_POVERTY)) {
      taken.add(extremePoverty);
    }
    return taken;
  }

  private void add(Program program, Schooled schooled, Found found, Hold hold) {
    dues.add(
        new Due(
            person,
            program,
            schooled.pupil(),
            found.standard(),
            found.grounds(),
            found.doubt(),
            hold,
            schooled.elsewhere(),
            Schooled.movedIn(night, person, schooled.pupil().term())));
  }

  private Hold hold(Program program, Schooled schooled) {
    if (schooled.hold() != Hold.NONE) {
      return schooled.hold();
    }
    if (program.fullTimeOnly() && !schooled.fullTime()) {
      return Hold.PART_TIME;
    }
    Term term = schooled.pupil().term();
    if (!oldEnough(program, term)) {
      return Hold.TOO_YOUNG;
    }
    return night.funding(person).precludes(program, term) ? Hold.EXCLUDED : Hold.NONE;
  }

  private boolean oldEnough(Program program, Term term) {
    Optional<LocalDate> birth = night.birth(person);
    return program.leastAge() == 0
        || birth
            .filter(day -> ChronoUnit.YEARS.between(day, term.firstDay()) >= program.leastAge())
            .isPresent();
  }
}
