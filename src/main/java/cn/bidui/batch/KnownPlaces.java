package cn.bidui.batch;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.JournalState;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.School;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The places that a night knew, for whoever asks between two nights: nobody's name is among them.
 *
 * @param villages by township
 * @param schools with the township of each, blank where it is unknown
 * @param classes by school
 */
public record KnownPlaces(
    SortedSet<String> townships,
    SortedMap<String, SortedSet<String>> villages,
    SortedMap<String, String> schools,
    SortedMap<String, SortedSet<String>> classes) {

  private static final String BETWEEN = "\t";
  private static final String TOWNSHIP = "township";
  private static final String VILLAGE = "village";
  private static final String SCHOOL = "school";
  private static final String CLASS = "class";

  public KnownPlaces {
    townships = Collections.unmodifiableSortedSet(new TreeSet<>(townships));
    villages = Collections.unmodifiableSortedMap(new TreeMap<>(villages));
    schools = Collections.unmodifiableSortedMap(new TreeMap<>(schools));
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  private static KnownPlaces none() {
    return new KnownPlaces(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** What the last publication knew; nothing if there is none, or it is of an older version. */
  public static KnownPlaces of(JournalState state, Archive archive) {
    return state
        .latest()
        .flatMap(night -> Optional.ofNullable(night.kept().get(PublishStage.PLACES)))
        .map(digest -> read(new KeptText(archive).of(digest)))
        .orElseGet(KnownPlaces::none);
  }

  static KnownPlaces of(NightWork work) {
    SchoolRegistry registry = NightWork.done(work.schools);
    SortedMap<String, String> schools = new TreeMap<>();
    for (School school : registry.schools()) {
      schools.merge(plain(school.name()), plain(school.township()), KnownPlaces::known);
    }
    SortedSet<String> townships = new TreeSet<>();
    registry.townships().forEach(name -> townships.add(plain(name)));
    SortedMap<String, SortedSet<String>> villages = villages(work);
    // A county whose registry names no township has them in its households.
    townships.addAll(villages.keySet());
    return new KnownPlaces(townships, villages, schools, classes(work, registry));
  }

  private static String known(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** By township; none where the households of a township name no village. */
  private static SortedMap<String, SortedSet<String>> villages(NightWork work) {
    SortedMap<String, SortedSet<String>> villages = new TreeMap<>();
    @Nullable RecordTable homes = work.tables.get(ListKind.HOUSEHOLDS);
    for (int row = 0; homes != null && row < homes.size(); row++) {
      String township = plain(homes.text(Field.TOWNSHIP, row));
      String village = plain(homes.text(Field.VILLAGE, row));
      if (!township.isEmpty()) {
        SortedSet<String> there = villages.computeIfAbsent(township, none -> new TreeSet<>());
        if (!village.isEmpty()) {
          there.add(village);
        }
      }
    }
    return villages;
  }

  private record ClassRow(int code, int school, int grade, int name) {}

  private static SortedMap<String, SortedSet<String>> classes(
      NightWork work, SchoolRegistry registry) {
    SortedMap<String, SortedSet<String>> classes = new TreeMap<>();
    @Nullable RecordTable roll = work.tables.get(ListKind.ROLL);
    Set<ClassRow> seen = new HashSet<>();
    for (int row = 0; roll != null && row < roll.size(); row++) {
      ClassRow each =
          new ClassRow(
              roll.code(Field.SCHOOL_CODE, row),
              roll.code(Field.SCHOOL_NAME, row),
              roll.code(Field.GRADE, row),
              roll.code(Field.CLASS_NAME, row));
      String name = seen.add(each) ? CaseClasses.className(roll, row) : "";
      if (!name.isEmpty()) {
        registry
            .find(roll.text(Field.SCHOOL_CODE, row), roll.text(Field.SCHOOL_NAME, row))
            .ifPresent(
                school ->
                    classes
                        .computeIfAbsent(plain(school.name()), none -> new TreeSet<>())
                        .add(name));
      }
    }
    return classes;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }

  /** As text, one place a line. */
  byte[] write() {
    StringBuilder text = new StringBuilder();
    townships.forEach(name -> line(text, TOWNSHIP, name, ""));
    villages.forEach((township, names) -> names.forEach(n -> line(text, VILLAGE, n, township)));
    schools.forEach((name, township) -> line(text, SCHOOL, name, township));
    classes.forEach((school, names) -> names.forEach(name -> line(text, CLASS, name, school)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String kind, String name, String of) {
    text.append(kind).append(BETWEEN).append(name).append(BETWEEN).append(of).append('\n');
  }

  /** Reads what {@link #write} wrote. */
  static KnownPlaces read(String text) {
    SortedSet<String> townships = new TreeSet<>();
    SortedMap<String, SortedSet<String>> villages = new TreeMap<>();
    SortedMap<String, String> schools = new TreeMap<>();
    SortedMap<String, SortedSet<String>> classes = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split(BETWEEN, -1);
      if (parts.length == 3) {
        switch (parts[0]) {
          case TOWNSHIP -> townships.add(parts[1]);
          case VILLAGE -> villages.computeIfAbsent(parts[2], none -> new TreeSet<>()).add(parts[1]);
          case SCHOOL -> schools.put(parts[1], parts[2]);
          case CLASS -> classes.computeIfAbsent(parts[2], none -> new TreeSet<>()).add(parts[1]);
          default -> {}
        }
      }
    }
    return new KnownPlaces(townships, villages, schools, classes);
  }
}
