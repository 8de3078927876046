package cn.bidui.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks policy files one by one (政策文件检查), each on top of the wider files that it builds on: those
 * that {@code within} names, else the national one. More is asked of a file here than when a night
 * reads it, so that a night does not stop over a row that is only superfluous.
 */
public final class PolicyCheck {

  private static final String NATIONAL = "national";

  private final Map<String, NamedText> shelf;
  private final Mistakes mistakes;

  /**
   * What was checked in one file.
   *
   * @param programs how many it describes or restates
   * @param warnings what is no mistake and still to be looked at, by line
   */
  public record Checked(
      String file, String title, Level level, int programs, int rows, List<Mistake> warnings) {
    public Checked {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Checks against the files on {@code shelf}, of which any may be a wider one.
   *
   * @param mistakes where all mistakes go, with file and line
   */
  public PolicyCheck(List<NamedText> shelf, Mistakes mistakes) {
    this.shelf = new TreeMap<>();
    shelf.forEach(file -> this.shelf.put(name(file), file));
    this.mistakes = mistakes;
  }

  /** {@code jobs/policies/suiping-2023.yml} → {@code suiping-2023}, as jobs name it. */
  public static String name(NamedText file) {
    String path = file.name().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }

  /** Checks one file; mistakes in the wider files are not told here. */
  public Checked check(NamedText file) {
    Mistakes all = new Mistakes();
    PolicyReader reader = new PolicyReader(all);
    AidPolicies policies = reader.read(chain(file, all));
    PolicyReach.check(policies, reader.rowsOfNearest());
    PolicySpellings.check(policies, reader.programsOfNearest());
    all.all().stream()
        .filter(one -> one.file().equals(file.name()))
        .sorted(Comparator.comparingInt(Mistake::line))
        .forEach(mistakes::add);
    return new Checked(
        file.name(),
        policies.titles().stream().findFirst().orElse(""),
        level(file),
        reader.programsOfNearest().size(),
        reader.rowsOfNearest().size(),
        telling(file, policies, reader.programsOfNearest()));
  }

  /** Programs that this file names so that a public list could not, without another title. */
  private static List<Mistake> telling(
      NamedText file, AidPolicies policies, Map<String, Yaml> programs) {
    List<Mistake> telling = new ArrayList<>();
    programs.forEach(
        (code, item) -> {
          boolean silent = item.at("name").absent() && item.at("public-title").absent();
          policies
              .ofCode(code)
              .filter(program -> !silent && program.titleInPublic().isEmpty())
              .map(program -> List.of(code, program.name()))
              .map(words -> new Mistake(file.name(), item.line(), "policy.title-tells", words))
              .ifPresent(telling::add);
        });
    telling.sort(Comparator.comparingInt(Mistake::line));
    return telling;
  }

  /** The file and those that it builds on, widest first. */
  private List<NamedText> chain(NamedText file, Mistakes all) {
    Deque<NamedText> chain = new ArrayDeque<>(List.of(file));
    Optional<NamedText> wider = wider(file, all);
    while (wider.isPresent()) {
      chain.addFirst(wider.get());
      wider = wider(wider.get(), all);
    }
    return List.copyOf(chain);
  }

  private Optional<NamedText> wider(NamedText file, Mistakes all) {
    Yaml within = root(file).at("within");
    String name = within.text(level(file) == Level.NATIONAL ? "" : NATIONAL);
    Optional<NamedText> wider = Optional.ofNullable(shelf.get(name));
    if (wider.isEmpty() && !within.absent()) {
      all.add(new Mistake(file.name(), within.line(), "policy.unknown-file", List.of(name)));
    }
    if (wider.isPresent() && level(wider.get()).compareTo(level(file)) >= 0) {
      all.add(new Mistake(file.name(), within.line(), "policy.not-wider", List.of(name)));
      return Optional.empty();
    }
    return wider;
  }

  private static Level level(NamedText file) {
    int level = PolicyReader.level(root(file));
    return Level.values()[Math.min(level, Level.values().length - 1)];
  }

  /** Its mistakes are told when it is read in earnest. */
  private static Yaml root(NamedText file) {
    return Yaml.read(file.name(), file.text(), new Mistakes());
  }
}
