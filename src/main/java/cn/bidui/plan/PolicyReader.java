package cn.bidui.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy files, widest first, since a nearer file may restate a program of a wider one and
 * use its groups.
 */
final class PolicyReader {

  private static final List<String> LEVELS = Stream.of(Level.values()).map(Level::code).toList();
  private static final Limit DAYS = new Limit(0, "days", "", "");

  private final Mistakes mistakes;
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Map<String, Set<Category>> groups = new LinkedHashMap<>();
  private final Map<String, Yaml> excluding = new LinkedHashMap<>();
  private final Map<String, Yaml> programsOfFile = new LinkedHashMap<>();
  private final List<PlacedRow> rowsOfFile = new ArrayList<>();

  PolicyReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  AidPolicies read(List<NamedText> files) {
    List<Yaml> roots = new ArrayList<>();
    for (NamedText file : files) {
      int before = mistakes.all().size();
      Yaml root = Yaml.read(file.name(), file.text(), mistakes);
      // Of text that is no YAML nothing else is said: all that it has seems to be missing.
      if (!root.absent() || mistakes.all().size() == before) {
        roots.add(root);
      }
    }
    roots.sort(Comparator.comparingInt(PolicyReader::level));
    List<PolicyFile> widestFirst = new ArrayList<>();
    roots.forEach(root -> widestFirst.add(file(root)));
    checkExclusions();
    return AidPolicies.of(widestFirst, programs);
  }

  /** How near a file is: 0 is national. Unknown levels count as nearest. */
  static int level(Yaml root) {
    int level = LEVELS.indexOf(root.at("level").text(""));
    return level < 0 ? LEVELS.size() : level;
  }

  /** The rows of the nearest file. */
  List<PlacedRow> rowsOfNearest() {
    return rowsOfFile;
  }

  /** Where the nearest file speaks of which program. */
  Map<String, Yaml> programsOfNearest() {
    return programsOfFile;
  }

  private PolicyFile file(Yaml root) {
    root.only("title", "level", "within", "groups", "limits", "programs", "continues", "standards");
    int level = level(root);
    if (level == LEVELS.size()) {
      root.at("level")
          .mistake("policy.unknown-level", root.at("level").text(""), String.join(", ", LEVELS));
    }
    programsOfFile.clear();
    root.at("programs").items().forEach(this::program);
    groups(root.at("groups"));
    rows(root.at("standards"));
    PolicyPeriods.check(rowsOfFile);
    return new PolicyFile(
        PolicyWords.requiredText(root, "title"),
        Level.values()[Math.min(level, LEVELS.size() - 1)],
        rowsOfFile.stream().map(PlacedRow::row).toList(),
        limits(root.at("limits")),
        continued(root.at("continues")));
  }

  private void rows(Yaml standards) {
    rowsOfFile.clear();
    StandardReader reader = new StandardReader(programs.keySet(), groups);
    for (Yaml item : standards.items()) {
      reader.read(item, mistakes).ifPresent(row -> rowsOfFile.add(new PlacedRow(row, item)));
    }
  }

  /** Notes each excluded program that no file names; to be called when all files are read. */
  private void checkExclusions() {
    excluding.forEach(
        (code, place) -> {
          if (!programs.containsKey(code)) {
            place.mistake("policy.unknown-program", code);
          }
        });
  }

  private void program(Yaml item) {
    item.only(
        "code",
        "name",
        "spellings",
        "payer",
        "due",
        "full-time-only",
        "least-age",
        "excludes",
        "paid-within",
        "public-title");
    String code = PolicyWords.requiredText(item, "code");
    if (programsOfFile.putIfAbsent(code, item) != null) {
      item.at("code").mistake("policy.program-twice", code);
    }
    for (Yaml other : item.at("excludes").items()) {
      if (other.text("").equals(code)) {
        other.mistake("policy.excludes-itself", code);
      }
      excluding.putIfAbsent(other.text(""), other);
    }
    @Nullable Program wider = programs.get(code);
    programs.put(code, wider == null ? made(item, code) : restated(item, wider));
  }

  private static Program made(Yaml item, String code) {
    return restated(
        item,
        new Program(
            code,
            PolicyWords.requiredText(item, "name"),
            List.of(),
            Program.Payer.SCHOOL,
            false,
            false,
            0,
            List.of(),
            null,
            ""));
  }

  /** What the nearer file leaves out stays as it was; a name that it replaces stays a spelling. */
  private static Program restated(Yaml item, Program wider) {
    String name = item.at("name").text(wider.name());
    List<String> spellings = joined(wider.spellings(), item.at("spellings").texts());
    Yaml paidWithin = item.at("paid-within");
    return new Program(
        wider.code(),
        name,
        name.equals(wider.name()) ? spellings : joined(spellings, List.of(wider.name())),
        payer(item.at("payer"), wider.payer()),
        item.at("due").flag(wider.due()),
        item.at("full-time-only").flag(wider.fullTimeOnly()),
        (int) item.at("least-age").number(wider.leastAge()),
        joined(wider.excludes(), item.at("excludes").texts()),
        paidWithin.absent() ? wider.paidWithin() : paidWithin.limit("paid-within", DAYS),
        item.at("public-title").text(wider.publicTitle()));
  }

  private static List<String> joined(List<String> wider, List<String> nearer) {
    Set<String> all = new LinkedHashSet<>(wider);
    all.addAll(nearer);
    return List.copyOf(all);
  }

  private static Program.Payer payer(Yaml item, Program.Payer otherwise) {
    return item.absent()
        ? otherwise
        : PolicyWords.constant(item, Program.Payer.class, "policy.unknown-payer").orElse(otherwise);
  }

  /** A group may name groups that stand before it. */
  private void groups(Yaml item) {
    for (String name : item.keys()) {
      groups.put(name, StandardReader.categories(item.at(name).items(), groups));
    }
  }

  private static Map<String, Limit> limits(Yaml item) {
    return item.keys().stream()
        .collect(Collectors.toMap(name -> name, name -> item.at(name).limit(name, DAYS)));
  }

  private Map<String, String> continued(Yaml list) {
    Map<String, String> continued = new LinkedHashMap<>();
    for (Yaml item : list.items()) {
      item.only("program", "source");
      PolicyWords.required(item, "program");
      String program = item.at("program").text("");
      if (!program.isEmpty() && !programs.containsKey(program)) {
        item.at("program").mistake("policy.unknown-program", program);
      }
      continued.put(program, PolicyWords.requiredText(item, "source"));
    }
    return continued;
  }
}
