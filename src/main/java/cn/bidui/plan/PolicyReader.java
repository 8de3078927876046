package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads policy files, widest first, since a nearer file may restate a program of a wider one. */
final class PolicyReader {

  private static final List<String> LEVELS = List.of("national", "province", "city", "county");

  /** Stands in for a term that could not be read; such a row is not taken. */
  private static final Term ANY_TERM = new Term(2000, Term.Season.SPRING);

  private final Mistakes mistakes;
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Map<String, Yaml> excluding = new LinkedHashMap<>();

  PolicyReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** How near a file is: 0 is national. Unknown levels count as nearest. */
  static int level(Yaml root) {
    int level = LEVELS.indexOf(root.at("level").text(""));
    return level < 0 ? LEVELS.size() : level;
  }

  Map<String, Program> programs() {
    return programs;
  }

  PolicyFile read(Yaml root) {
    root.only("title", "level", "groups", "limits", "programs", "standards");
    if (level(root) == LEVELS.size()) {
      root.at("level").mistake("policy.unknown-level", root.at("level").text(""), options(LEVELS));
    }
    root.at("programs").items().forEach(this::program);
    Map<String, Set<Category>> groups = groups(root.at("groups"));
    List<AidPolicy> rows = new ArrayList<>();
    Map<AidPolicy, Yaml> places = new LinkedHashMap<>();
    for (Yaml item : root.at("standards").items()) {
      standard(item, groups)
          .ifPresent(
              row -> {
                rows.add(row);
                places.put(row, item);
              });
    }
    PolicyPeriods.check(places);
    return new PolicyFile(requiredText(root, "title"), rows, limits(root.at("limits")));
  }

  /** Notes each excluded program that no file names; to be called when all files are read. */
  void checkExclusions() {
    excluding.forEach(
        (code, place) -> {
          if (!programs.containsKey(code)) {
            place.mistake("policy.unknown-program", code);
          }
        });
  }

  private void program(Yaml item) {
    item.only(
        "code", "name", "spellings", "payer", "due", "full-time-only", "least-age", "excludes");
    String code = requiredText(item, "code");
    @Nullable Program wider = programs.get(code);
    String name = wider == null ? requiredText(item, "name") : item.at("name").text(wider.name());
    item.at("excludes").items().forEach(other -> excluding.putIfAbsent(other.text(""), other));
    programs.put(
        code,
        new Program(
            code,
            name,
            joined(wider == null ? List.of() : wider.spellings(), item.at("spellings").texts()),
            payer(item.at("payer"), wider),
            item.at("due").flag(wider != null && wider.due()),
            item.at("full-time-only").flag(wider != null && wider.fullTimeOnly()),
            (int) item.at("least-age").number(wider == null ? 0 : wider.leastAge()),
            joined(wider == null ? List.of() : wider.excludes(), item.at("excludes").texts())));
  }

  private static List<String> joined(List<String> wider, List<String> nearer) {
    Set<String> all = new LinkedHashSet<>(wider);
    all.addAll(nearer);
    return List.copyOf(all);
  }

  private static Program.Payer payer(Yaml item, @Nullable Program wider) {
    Program.Payer otherwise = wider == null ? Program.Payer.SCHOOL : wider.payer();
    return item.absent()
        ? otherwise
        : constant(item, Program.Payer.class, "policy.unknown-payer").orElse(otherwise);
  }

  private Map<String, Set<Category>> groups(Yaml item) {
    Map<String, Set<Category>> groups = new LinkedHashMap<>();
    for (String name : item.keys()) {
      groups.put(name, categories(item.at(name).items(), Map.of()));
    }
    return groups;
  }

  /** Category codes and names of groups, in any mixture. */
  private static Set<Category> categories(List<Yaml> items, Map<String, Set<Category>> groups) {
    Set<Category> found = new LinkedHashSet<>();
    for (Yaml item : items) {
      String word = item.text("");
      Optional<Category> category = Category.ofCode(word);
      if (groups.containsKey(word)) {
        found.addAll(groups.getOrDefault(word, Set.of()));
      } else if (category.isPresent()) {
        found.add(category.get());
      } else {
        item.mistake("policy.unknown-category", word);
      }
    }
    return found;
  }

  private Map<String, Limit> limits(Yaml item) {
    Map<String, Limit> limits = new LinkedHashMap<>();
    for (String name : item.keys()) {
      limits.put(name, item.at(name).limit(name, new Limit(0, "days", "", "")));
    }
    return limits;
  }

  private Optional<AidPolicy> standard(Yaml item, Map<String, Set<Category>> groups) {
    item.only(
        "program",
        "stages",
        "grades",
        "boarding",
        "from",
        "to",
        "eligible",
        "yearly",
        "least",
        "most",
        "average",
        "local",
        "source");
    int before = mistakes.all().size();
    required(item, "stages");
    required(item, "from");
    @Nullable Term from = term(item.at("from"));
    AidPolicy row =
        new AidPolicy(
            knownProgram(item),
            from == null ? ANY_TERM : from,
            term(item.at("to")),
            stages(item.at("stages").items()),
            grades(item.at("grades").items()),
            boarding(item.at("boarding")),
            categories(item.at("eligible").items(), groups),
            amount(item));
    return mistakes.all().size() == before ? Optional.of(row) : Optional.empty();
  }

  private String knownProgram(Yaml item) {
    required(item, "program");
    String program = item.at("program").text("");
    if (!program.isEmpty() && !programs.containsKey(program)) {
      item.at("program").mistake("policy.unknown-program", program);
    }
    return program;
  }

  private static Set<Stage> stages(List<Yaml> items) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (Yaml item : items) {
      constant(item, Stage.class, "policy.unknown-stage").ifPresent(stages::add);
    }
    return stages;
  }

  private static Set<Integer> grades(List<Yaml> items) {
    Set<Integer> grades = new LinkedHashSet<>();
    items.forEach(item -> grades.add((int) item.number(0)));
    return grades;
  }

  private static @Nullable Boarding boarding(Yaml item) {
    return item.absent()
        ? null
        : constant(item, Boarding.class, "policy.unknown-boarding").orElse(null);
  }

  private static @Nullable Term term(Yaml item) {
    if (item.absent()) {
      return null;
    }
    Optional<Term> term = Term.find(item.text(""));
    if (term.isEmpty()) {
      item.mistake("policy.unknown-term", item.text(""));
    }
    return term.orElse(null);
  }

  /** Files state amounts for a school year; one term pays half. */
  private AidStandard amount(Yaml item) {
    String source = requiredText(item, "source");
    @Nullable Yuan yearly = half(item.at("yearly"));
    @Nullable Yuan least = yearly == null ? half(item.at("least")) : yearly;
    @Nullable Yuan most = yearly == null ? half(item.at("most")) : yearly;
    @Nullable Yuan average = half(item.at("average"));
    if ((least == null) != (most == null)) {
      item.mistake("policy.half-a-range");
      return new AidStandard(null, null, average, source);
    }
    boolean silent = Stream.of("yearly", "least", "average").allMatch(k -> item.at(k).absent());
    if (silent && !item.at("local").flag(false)) {
      item.mistake("policy.no-amount");
    }
    return new AidStandard(least, most, average, source);
  }

  private static @Nullable Yuan half(Yaml item) {
    if (item.absent()) {
      return null;
    }
    Optional<Yuan> yearly = Yuan.read(item.text("")).filter(year -> year.fen() % 2 == 0);
    if (yearly.isEmpty()) {
      item.mistake("policy.no-yearly-amount", item.text(""));
    }
    return yearly.map(Yuan::half).orElse(null);
  }

  /** Unlike {@link Yaml#requiredText}, names the line of the item that lacks the key. */
  private static void required(Yaml item, String key) {
    if (item.at(key).absent()) {
      item.mistake("plan.missing-key", key);
    }
  }

  private static String requiredText(Yaml item, String key) {
    required(item, key);
    return item.at(key).text("");
  }

  private static <E extends Enum<E>> Optional<E> constant(Yaml item, Class<E> type, String key) {
    String word = item.text("");
    for (E candidate : type.getEnumConstants()) {
      if (code(candidate).equals(word)) {
        return Optional.of(candidate);
      }
    }
    item.mistake(key, word, options(List.of(type.getEnumConstants()), PolicyReader::code));
    return Optional.empty();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String options(List<String> words) {
    return String.join(", ", words);
  }

  private static <T> String options(List<T> things, Function<T, String> word) {
    return options(things.stream().map(word).toList());
  }
}
