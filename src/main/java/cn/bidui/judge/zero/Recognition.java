package cn.bidui.judge.zero;

import cn.bidui.judge.night.Doubt;
import cn.bidui.judge.night.Grounds;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Person;
import cn.bidui.judge.night.Row;
import cn.bidui.normalize.HardshipGroup;
import cn.bidui.normalize.HardshipRecord;
import cn.bidui.plan.Category;
import cn.bidui.source.ListKind;
import cn.bidui.source.SchoolYear;
import cn.bidui.source.Term;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the aid system's list of poor pupils (困难学生) has of a person: recognition is for one school
 * year, so that rows of earlier years no longer count.
 *
 * @param earlier rows of other school years
 */
record Recognition(List<Row<HardshipRecord>> rows, List<Row<HardshipRecord>> earlier) {

  Recognition {
    rows = List.copyOf(rows);
    earlier = List.copyOf(earlier);
  }

  static Recognition of(Night night, Person person) {
    List<Row<HardshipRecord>> all = all(person);
    return new Recognition(
        all.stream().filter(row -> counts(night, row.record())).toList(),
        all.stream().filter(row -> !counts(night, row.record())).toList());
  }

  static List<Row<HardshipRecord>> all(Person person) {
    return person.further(HardshipRecord.class);
  }

  /** A row that names no school year is taken for this one's. */
  private static boolean counts(Night night, HardshipRecord row) {
    return row.recognizedYear() == null || row.recognizedYear().equals(night.year());
  }

  /** The groups that any of the rows names. */
  Set<HardshipGroup> groups() {
    Set<HardshipGroup> groups = EnumSet.noneOf(HardshipGroup.class);
    rows.forEach(row -> groups.addAll(row.record().groups()));
    return groups;
  }

  /** The gravest level that the rows name. */
  Optional<HardshipRecord.Level> level() {
    return rows.stream()
        .map(row -> row.record().level())
        .filter(Objects::nonNull)
        .min(Comparable::compareTo);
  }

  /** The last school year of which an earlier row speaks. */
  Optional<SchoolYear> lastYear() {
    return earlier.stream()
        .map(row -> row.record().recognizedYear())
        .filter(Objects::nonNull)
        .max(Comparable::compareTo);
  }

  /** Whether it names a group that {@code categories} bear out. */
  boolean fits(Set<Category> categories) {
    return groups().stream().anyMatch(group -> !Collections.disjoint(borne(group), categories));
  }

  /** The categories that bear out a group: who is of the country is of a list that says neither. */
  static Set<Category> borne(HardshipGroup group) {
    return switch (group) {
      case LIFTED_OUT -> EnumSet.of(Category.LIFTED_OUT, Category.UNSTABLE);
      case UNSTABLE -> EnumSet.of(Category.UNSTABLE);
      case MARGINAL -> EnumSet.of(Category.MARGINAL);
      case SUDDEN_HARDSHIP -> EnumSet.of(Category.SUDDEN_HARDSHIP);
      case MINIMUM_LIVING -> minimumLiving();
      case URBAN_MINIMUM_LIVING -> without(minimumLiving(), Category.RURAL_MINIMUM_LIVING);
      case RURAL_MINIMUM_LIVING -> without(minimumLiving(), Category.URBAN_MINIMUM_LIVING);
      case EXTREME_POVERTY -> extremePoverty();
      case URBAN_EXTREME_POVERTY -> without(extremePoverty(), Category.RURAL_EXTREME_POVERTY);
      case RURAL_EXTREME_POVERTY -> without(extremePoverty(), Category.URBAN_EXTREME_POVERTY);
      case LOW_INCOME_EDGE -> EnumSet.of(Category.LOW_INCOME_EDGE);
      case RIGID_EXPENSE -> EnumSet.of(Category.RIGID_EXPENSE);
      case OTHER_LOW_INCOME -> EnumSet.of(Category.OTHER_LOW_INCOME);
      case ORPHAN, UNATTENDED -> EnumSet.of(Category.ORPHAN);
      case DISABLED -> EnumSet.of(Category.DISABLED);
      case DISABLED_GUARDIAN -> EnumSet.of(Category.DISABLED_GUARDIAN);
      case MARTYR_CHILD -> EnumSet.of(Category.MARTYR_CHILD);
      case OTHER -> Set.of();
    };
  }

  private static Set<Category> minimumLiving() {
    return EnumSet.of(
        Category.MINIMUM_LIVING, Category.RURAL_MINIMUM_LIVING, Category.URBAN_MINIMUM_LIVING);
  }

  private static Set<Category> extremePoverty() {
    return EnumSet.of(
        Category.EXTREME_POVERTY, Category.RURAL_EXTREME_POVERTY, Category.URBAN_EXTREME_POVERTY);
  }

  private static Set<Category> without(Set<Category> categories, Category one) {
    categories.remove(one);
    return categories;
  }

  /** The list whose silence would speak against a group; empty where no list has it complete. */
  static Optional<ListKind> authority(HardshipGroup group) {
    return switch (group) {
      case LIFTED_OUT, UNSTABLE, MARGINAL, SUDDEN_HARDSHIP -> Optional.of(ListKind.HOUSEHOLDS);
      case DISABLED, DISABLED_GUARDIAN -> Optional.of(ListKind.DISABILITY);
      case MARTYR_CHILD, OTHER -> Optional.empty();
      default -> Optional.of(ListKind.CIVIL);
    };
  }

  /** {@code 脱贫户、残疾}. */
  static String labels(Set<HardshipGroup> groups) {
    return groups.stream().map(HardshipGroup::label).collect(Collectors.joining("、"));
  }

  /**
   * What the lists of authorities say of the person at the first day of a term. What the school
   * itself recognized is what is compared, so it says nothing here.
   */
  static Grounds grounds(Night night, Person person, Term term) {
    return night.grounds(person, term).upTo(Doubt.HOUSEHOLD);
  }

  /**
   * The categories by which a pupil must be recognized: by its own row in a list. What comes from a
   * guardian or a head of household bears a recognition out, and does not demand one.
   */
  static Set<Category> demanding(Night night, Person person, Term term) {
    return night.grounds(person, term).upTo(Doubt.DATE).categories();
  }

  /** The last term that has begun. */
  static Term term(Night night) {
    Term present = Term.of(night.asOf());
    return present.firstDay().isAfter(night.asOf()) ? present.previous() : present;
  }

  /** The first term of the school year at whose start the person was of a category, if any. */
  static @Nullable Term since(Night night, Person person) {
    Term latest = term(night);
    Term before = latest.previous();
    boolean sameYear = before.schoolYear().equals(latest.schoolYear());
    if (sameYear && !grounds(night, person, before).isEmpty()) {
      return before;
    }
    return grounds(night, person, latest).isEmpty() ? null : latest;
  }

  /** No person. */
  @Override
  public String toString() {
    return "Recognition[" + rows.size() + "]";
  }
}
