package cn.bidui.normalize;

import cn.bidui.source.Field;
import cn.bidui.source.School;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what the rows of a roll say of schools, until each school is complete. */
final class SchoolSeeds {

  private final SortedMap<String, Seed> byCode = new TreeMap<>();
  private final SortedMap<String, Seed> byName = new TreeMap<>();
  private final List<Seed> seeds = new ArrayList<>();

  /** Names that several codes have: alone they lead to no school. */
  private final SortedSet<String> shared = new TreeSet<>();

  /** What is known of one school so far. */
  private static final class Seed {
    String code;
    final String givenName;
    final String givenTownship;
    final SortedMap<String, Integer> spellings = new TreeMap<>();
    final SortedSet<String> aliases = new TreeSet<>();
    final SortedSet<String> townships = new TreeSet<>();

    Seed(String code, String givenName, String givenTownship) {
      this.code = code;
      this.givenName = givenName;
      this.givenTownship = givenTownship;
    }

    void add(Spelling spelling) {
      if (!spelling.name().isEmpty()) {
        spellings.merge(spelling.name(), spelling.rows(), Integer::sum);
      }
      if (!spelling.township().isEmpty()) {
        townships.add(spelling.township());
      }
    }

    School school() {
      String name = name();
      SortedSet<String> others = new TreeSet<>(aliases);
      spellings.keySet().forEach(spelling -> others.add(SchoolName.fold(spelling)));
      others.remove(SchoolName.fold(name));
      others.remove("");
      return new School(code, name, others, township());
    }

    /** The given name, else the most frequent spelling, of equals the first; else the code. */
    private String name() {
      String most = givenName;
      int rows = givenName.isEmpty() ? 0 : Integer.MAX_VALUE;
      for (Map.Entry<String, Integer> spelling : spellings.entrySet()) {
        if (spelling.getValue() > rows) {
          most = spelling.getKey();
          rows = spelling.getValue();
        }
      }
      return most.isEmpty() ? code : most;
    }

    /** Pupils of one school live in many townships: only a column that agrees is the school's. */
    private String township() {
      if (!givenTownship.isEmpty()) {
        return givenTownship;
      }
      return townships.size() == 1 ? townships.first() : "";
    }
  }

  /** Rows that name a school in the same way. */
  private record Spelling(String code, String name, String township, int rows) {

    static final Comparator<Spelling> ORDER =
        Comparator.comparing(Spelling::code)
            .thenComparing(Spelling::name)
            .thenComparing(Spelling::township);

    String foldedName() {
      return SchoolName.fold(name);
    }
  }

  private record Codes(int code, int name, int township) {}

  SchoolSeeds(List<School> known) {
    for (School school : known) {
      Seed seed = new Seed(school.code(), school.name(), school.township());
      school.aliases().forEach(alias -> seed.aliases.add(SchoolName.fold(alias)));
      seeds.add(seed);
      if (!school.code().isEmpty()) {
        byCode.put(school.code(), seed);
      }
      byName.putIfAbsent(SchoolName.fold(school.name()), seed);
      seed.aliases.forEach(alias -> byName.putIfAbsent(alias, seed));
    }
  }

  void addAll(RecordTable roll) {
    SortedMap<String, List<Spelling>> withCode = new TreeMap<>();
    List<Spelling> withoutCode = new ArrayList<>();
    for (Spelling spelling : spellings(roll)) {
      String code = spelling.code();
      (code.isEmpty() ? withoutCode : withCode.computeIfAbsent(code, none -> new ArrayList<>()))
          .add(spelling);
    }
    // Schools with a code first, so that rows with their name only find them.
    withCode.forEach(this::addByCode);
    indexNames();
    withoutCode.forEach(this::addByName);
  }

  private static List<Spelling> spellings(RecordTable roll) {
    Map<Codes, Integer> rows = new HashMap<>();
    for (int row = 0; row < roll.size(); row++) {
      Codes codes =
          new Codes(
              roll.code(Field.SCHOOL_CODE, row),
              roll.code(Field.SCHOOL_NAME, row),
              roll.code(Field.TOWNSHIP, row));
      rows.merge(codes, 1, Integer::sum);
    }
    Strings strings = roll.strings();
    List<Spelling> spellings = new ArrayList<>(rows.size());
    rows.forEach(
        (codes, count) ->
            spellings.add(
                new Spelling(
                    strings.text(codes.code()),
                    strings.text(codes.name()),
                    strings.text(codes.township()),
                    count)));
    spellings.sort(Spelling.ORDER);
    return spellings;
  }

  private void addByCode(String code, List<Spelling> spellings) {
    @Nullable Seed known = byCode.get(code);
    Seed seed = known != null ? known : knownWithoutCode(code, spellings);
    byCode.put(code, seed);
    spellings.forEach(seed::add);
  }

  /** A school of the list that came without its code gets it from the roll. */
  private Seed knownWithoutCode(String code, List<Spelling> spellings) {
    for (Spelling spelling : spellings) {
      @Nullable Seed named = byName.get(spelling.foldedName());
      if (named != null && named.code.isEmpty()) {
        named.code = code;
        return named;
      }
    }
    return planted(new Seed(code, "", ""));
  }

  private Seed planted(Seed seed) {
    seeds.add(seed);
    return seed;
  }

  private void indexNames() {
    SortedMap<String, List<Seed>> holders = new TreeMap<>();
    for (Seed seed : seeds) {
      SortedSet<String> names = new TreeSet<>();
      seed.spellings.keySet().forEach(spelling -> names.add(SchoolName.fold(spelling)));
      names.forEach(name -> holders.computeIfAbsent(name, none -> new ArrayList<>()).add(seed));
    }
    holders.forEach(
        (name, sharing) -> {
          if (sharing.size() == 1) {
            byName.putIfAbsent(name, sharing.get(0));
          } else {
            shared.add(name);
          }
        });
  }

  private void addByName(Spelling spelling) {
    String name = spelling.foldedName();
    if (!name.isEmpty() && !shared.contains(name)) {
      byName.computeIfAbsent(name, none -> planted(new Seed("", "", ""))).add(spelling);
    }
  }

  List<School> schools() {
    return seeds.stream().map(Seed::school).toList();
  }
}
