package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.plan.AidStandard.Payment;
import cn.bidui.source.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The aid policies in force, in layers: national, provincial, county. The nearest layer that speaks
 * of a pupil's category wins; a pupil of no category goes by the widest layer.
 */
public final class AidPolicies {

  /** The policies without a mistake that were read last: every night reads the same files. */
  private static volatile @Nullable Read last;

  private final List<PolicyFile> layers;
  private final Map<String, Program> programs;
  private final Map<String, List<Program>> bySpelling = new HashMap<>();
  private final Map<String, List<AidPolicy>> rowsOf = new HashMap<>();

  /** Programs that differ by province: every pupil of a county is asked about many times. */
  private final Set<String> byProvince;

  /** Files, and what they say. */
  private record Read(List<NamedText> files, AidPolicies policies) {}

  private AidPolicies(List<PolicyFile> nearestFirst, Map<String, Program> programs) {
    this.layers = List.copyOf(nearestFirst);
    this.programs = programs;
    programs.values().forEach(this::index);
    layers.stream()
        .flatMap(layer -> layer.rows().stream())
        .forEach(row -> rowsOf.computeIfAbsent(row.program(), p -> new ArrayList<>()).add(row));
    byProvince =
        rowsOf.values().stream()
            .flatMap(List::stream)
            .filter(row -> row.province() != null)
            .map(AidPolicy::program)
            .collect(Collectors.toUnmodifiableSet());
  }

  private void index(Program program) {
    Set<String> spellings = new TreeSet<>(List.of(Program.fold(program.name())));
    program.spellings().forEach(spelling -> spellings.add(Program.fold(spelling)));
    spellings.forEach(
        spelling -> bySpelling.computeIfAbsent(spelling, s -> new ArrayList<>()).add(program));
  }

  /**
   * Reads policy files in any order; each says its level. Mistakes are noted in {@code mistakes},
   * and what can be read is.
   */
  public static AidPolicies read(List<NamedText> files, Mistakes mistakes) {
    Read before = last;
    if (before != null && before.files().equals(files)) {
      return before.policies();
    }
    Mistakes own = new Mistakes();
    AidPolicies policies = new PolicyReader(own).read(files);
    mistakes.addAll(own.all());
    if (own.none()) {
      last = new Read(List.copyOf(files), policies);
    }
    return policies;
  }

  static AidPolicies of(List<PolicyFile> widestFirst, Map<String, Program> programs) {
    List<PolicyFile> nearestFirst = new ArrayList<>(widestFirst);
    Collections.reverse(nearestFirst);
    return new AidPolicies(nearestFirst, new LinkedHashMap<>(programs));
  }

  /** The titles of the files, nearest first. */
  public List<String> titles() {
    return layers.stream().map(PolicyFile::title).toList();
  }

  /** All programs in the order of the files, widest first. */
  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  /** Those of which a row covers pupils of {@code stage} in {@code term}. */
  public List<Program> programs(Term term, Stage stage) {
    return programs.values().stream()
        .filter(
            program ->
                rows(program).stream()
                    .anyMatch(row -> row.inForce(term) && row.stages().contains(stage)))
        .toList();
  }

  /** The program of that code. */
  public Optional<Program> ofCode(String code) {
    return Optional.ofNullable(programs.get(code));
  }

  /** The one program that an aid list means by {@code written}; empty if none or several. */
  public Optional<Program> program(String written) {
    return only(spelled(written), program -> true);
  }

  /**
   * The program that an aid list means by {@code written} for a pupil at {@code stage}: {@code
   * 国家助学金} is one program in senior and another in vocational schools.
   */
  public Optional<Program> program(String written, Stage stage) {
    List<Program> candidates = spelled(written);
    return candidates.size() == 1
        ? Optional.of(candidates.get(0))
        : only(candidates, program -> stages(program, stage));
  }

  /** The rows about {@code program}, nearest layer first. */
  public List<AidPolicy> rows(Program program) {
    return Collections.unmodifiableList(rowsOf.getOrDefault(program.code(), List.of()));
  }

  /**
   * What a pupil of {@code categories} gets who has the program: by the nearest row that names a
   * category, else by the widest row that covers the pupil at all, since schools recognize others
   * too. Where boarding or province is unknown and matters, the range that holds both.
   */
  public Optional<AidStandard> standard(
      Program program, Attendance pupil, Set<Category> categories) {
    return forEither(program, pupil, attends -> standardOf(program, attends, categories));
  }

  /**
   * What a pupil is due by one of {@code categories}; empty if nothing, as of a loan. Where
   * boarding or province is unknown, only what is due either way.
   */
  public Optional<AidStandard> due(Program program, Attendance pupil, Set<Category> categories) {
    return forEither(program, pupil, attends -> dueOf(program, attends, categories))
        .filter(standard -> standard.payment() != Payment.CAP);
  }

  /**
   * Every standard that holds in {@code term} for pupils of {@code stage}, a line for each row that
   * decides for somebody, programs in the order of the files and the nearest row first.
   *
   * @param boarding null for either
   * @param held the categories that the pupil holds; empty to list those of everyone
   */
  public List<PolicyLine> lines(
      Term term, Stage stage, @Nullable Boarding boarding, Set<Category> held) {
    return new PolicyLines(this, term, stage, boarding, held).all();
  }

  /** Documents that carry {@code program} on without an amount of their own, nearest first. */
  public List<String> continued(Program program) {
    return layers.stream()
        .filter(layer -> layer.continued().containsKey(program.code()))
        .map(layer -> layer.continued().getOrDefault(program.code(), ""))
        .toList();
  }

  /** The level of the file in which {@code row} stands. */
  public Level level(AidPolicy row) {
    return layers.stream()
        .filter(layer -> layer.rows().contains(row))
        .map(PolicyFile::level)
        .findFirst()
        .orElseThrow();
  }

  /** The number of that name that the nearest file states, or {@code otherwise}. */
  public Limit limit(String name, Limit otherwise) {
    return layers.stream()
        .filter(layer -> layer.limits().containsKey(name))
        .map(layer -> layer.limits().getOrDefault(name, otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  private Optional<AidStandard> dueOf(Program program, Attendance pupil, Set<Category> categories) {
    return dueRow(program, pupil, categories).map(AidPolicy::standard);
  }

  private Optional<AidStandard> standardOf(
      Program program, Attendance pupil, Set<Category> categories) {
    return dueRow(program, pupil, categories)
        .or(() -> widest(program, pupil))
        .map(AidPolicy::standard);
  }

  /** The row by which a pupil of whom everything is known is due the program. */
  Optional<AidPolicy> dueRow(Program program, Attendance pupil, Set<Category> categories) {
    return rows(program).stream()
        .filter(row -> row.covers(pupil) && row.isFor(categories))
        .findFirst();
  }

  /** The row by which pupils go who hold no category. */
  Optional<AidPolicy> widest(Program program, Attendance pupil) {
    List<AidPolicy> covering = rows(program).stream().filter(row -> row.covers(pupil)).toList();
    return covering.isEmpty() ? Optional.empty() : Optional.of(covering.get(covering.size() - 1));
  }

  private Optional<AidStandard> forEither(
      Program program, Attendance pupil, Function<Attendance, Optional<AidStandard>> look) {
    if (pupil.province() != null || !byProvince.contains(program.code())) {
      return forBoarding(pupil, look);
    }
    return forBoarding(pupil.in(Province.HOME), look)
        .flatMap(
            home -> forBoarding(pupil.in(Province.OTHER), look).map(other -> home.spanning(other)));
  }

  private static Optional<AidStandard> forBoarding(
      Attendance pupil, Function<Attendance, Optional<AidStandard>> look) {
    if (pupil.boarding() != null) {
      return look.apply(pupil);
    }
    return look.apply(pupil.as(Boarding.DAY))
        .flatMap(day -> look.apply(pupil.as(Boarding.BOARDER)).map(day::spanning));
  }

  private List<Program> spelled(String written) {
    return bySpelling.getOrDefault(Program.fold(written), List.of());
  }

  private boolean stages(Program program, Stage stage) {
    return rows(program).stream().anyMatch(row -> row.stages().contains(stage));
  }

  private static Optional<Program> only(List<Program> candidates, Predicate<Program> wanted) {
    List<Program> left = candidates.stream().filter(wanted).toList();
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }
}
