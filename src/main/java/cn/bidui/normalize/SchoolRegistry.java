package cn.bidui.normalize;

import cn.bidui.source.Field;
import cn.bidui.source.School;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The schools and townships of the county (机构名册), seeded from the register and the roll. An unknown
 * spelling is listed, never silently a new school.
 */
public final class SchoolRegistry {

  private static final Comparator<School> BY_NAME =
      Comparator.comparing(School::name).thenComparing(School::code);

  private final List<School> schools;
  private final Map<String, School> byCode = new HashMap<>();
  private final Map<String, List<School>> byName = new HashMap<>();

  /** Names without the county in front, for lists that leave it out. */
  private final Map<String, List<School>> byShorterName = new HashMap<>();

  private SchoolRegistry(List<School> schools) {
    this.schools = schools.stream().sorted(BY_NAME).toList();
    this.schools.forEach(this::index);
  }

  /**
   * The registry that {@code roll} seeds: one school per code, or per name where no code is given.
   */
  public static SchoolRegistry of(RecordTable roll) {
    return of(roll, List.of());
  }

  /**
   * The registry of {@code known} schools and those that {@code roll} adds. Rows of the roll that
   * name a known school add their spelling to it.
   */
  public static SchoolRegistry of(RecordTable roll, List<School> known) {
    SchoolSeeds seeds = new SchoolSeeds(known);
    seeds.addAll(roll);
    return new SchoolRegistry(seeds.schools());
  }

  /** The registry of those schools and no other, as an earlier night knew them. */
  public static SchoolRegistry known(List<School> schools) {
    return new SchoolRegistry(schools);
  }

  /** The form in which names of schools are compared where there is no registry. */
  public static String folded(String name) {
    return SchoolName.fold(name);
  }

  private void index(School school) {
    if (!school.code().isEmpty()) {
      byCode.putIfAbsent(school.code(), school);
    }
    SortedSet<String> names = new TreeSet<>(school.aliases());
    names.add(SchoolName.fold(school.name()));
    SortedSet<String> shorter = new TreeSet<>();
    for (String name : names) {
      byName.computeIfAbsent(name, none -> new ArrayList<>()).add(school);
      shorter.addAll(SchoolName.withoutCounty(name));
    }
    shorter.forEach(
        name -> byShorterName.computeIfAbsent(name, none -> new ArrayList<>()).add(school));
  }

  /**
   * The school of that code, else of that name or alias (both as a row has them). A county in front
   * of the name may be missing, or be there in excess, if that leaves one school only.
   */
  public Optional<School> find(String code, String name) {
    @Nullable School coded = code.isEmpty() ? null : byCode.get(code);
    if (coded != null) {
      return Optional.of(coded);
    }
    String folded = SchoolName.fold(name);
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    @Nullable List<School> named = byName.get(folded);
    return named != null ? onlyOne(named) : onlyOne(nearly(folded));
  }

  private List<School> nearly(String folded) {
    List<School> found = new ArrayList<>(byShorterName.getOrDefault(folded, List.of()));
    for (String shorter : SchoolName.withoutCounty(folded)) {
      found.addAll(byName.getOrDefault(shorter, List.of()));
    }
    return found.stream().distinct().toList();
  }

  private static Optional<School> onlyOne(List<School> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The form in which names of schools, townships and units are compared. */
  public static String fold(String name) {
    return SchoolName.fold(name);
  }

  /** All schools, by name. */
  public List<School> schools() {
    return schools;
  }

  /** The townships in which they lie. */
  public SortedSet<String> townships() {
    SortedSet<String> townships = new TreeSet<>();
    for (School school : schools) {
      if (!school.township().isEmpty()) {
        townships.add(school.township());
      }
    }
    return townships;
  }

  /**
   * Spellings in {@code tables} that name no school, with how many rows have them, in order; the
   * code stands for a name that is blank.
   */
  public SortedMap<String, Integer> unknown(List<RecordTable> tables) {
    SortedMap<String, Integer> unknown = new TreeMap<>();
    for (RecordTable table : tables) {
      rowsBySchool(table).forEach((spelling, rows) -> count(table, spelling, rows, unknown));
    }
    return unknown;
  }

  private record Spelling(int code, int name) {}

  private static Map<Spelling, Integer> rowsBySchool(RecordTable table) {
    Map<Spelling, Integer> rows = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      int code = table.code(Field.SCHOOL_CODE, row);
      int name = table.code(Field.SCHOOL_NAME, row);
      if (code != 0 || name != 0) {
        rows.merge(new Spelling(code, name), 1, Integer::sum);
      }
    }
    return rows;
  }

  private void count(
      RecordTable table, Spelling spelling, int rows, SortedMap<String, Integer> unknown) {
    String code = table.strings().text(spelling.code());
    String name = table.strings().text(spelling.name());
    if (find(code, name).isEmpty()) {
      unknown.merge(name.isEmpty() ? code : name, rows, Integer::sum);
    }
  }
}
