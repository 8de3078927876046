package cn.bidui.plan;

import cn.bidui.person.Boarding;
import cn.bidui.person.Stage;
import cn.bidui.source.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one row under {@code standards}: for whom, from which term to which, how much. */
final class StandardReader {

  /** In place of categories: all pupils whom the row covers. */
  static final String EVERYONE = "everyone";

  private static final String[] KEYS =
      Stream.concat(
              Stream.of("program", "stages", "grades", "boarding", "province", "entered", "from"),
              Stream.concat(
                  Stream.of("to", "eligible", "local", "source"), Stream.of(AmountReader.KEYS)))
          .toArray(String[]::new);

  /** Stands in for a term that could not be read; such a row is not taken. */
  private static final Term ANY_TERM = new Term(2000, Term.Season.SPRING);

  private final Set<String> programs;
  private final Map<String, Set<Category>> groups;

  StandardReader(Set<String> programs, Map<String, Set<Category>> groups) {
    this.programs = programs;
    this.groups = groups;
  }

  /** The row; empty if there is a mistake in it. */
  Optional<AidPolicy> read(Yaml item, Mistakes mistakes) {
    int before = mistakes.all().size();
    item.only(KEYS);
    PolicyWords.required(item, "stages");
    PolicyWords.required(item, "from");
    @Nullable Term from = PolicyWords.term(item.at("from"));
    Set<Stage> stages = stages(item.at("stages").items());
    List<Yaml> eligible = item.at("eligible").items();
    AidPolicy row =
        new AidPolicy(
            knownProgram(item),
            from == null ? ANY_TERM : from,
            until(item.at("to"), from),
            stages,
            grades(item.at("grades").items(), stages),
            PolicyWords.orNull(item.at("boarding"), Boarding.class, "policy.unknown-boarding"),
            PolicyWords.orNull(item.at("province"), Province.class, "policy.unknown-province"),
            entered(item.at("entered")),
            eligible.stream().anyMatch(word -> word.text("").equals(EVERYONE)),
            categories(eligible, groups),
            AmountReader.read(item));
    return mistakes.all().size() == before ? Optional.of(row) : Optional.empty();
  }

  private String knownProgram(Yaml item) {
    PolicyWords.required(item, "program");
    String program = item.at("program").text("");
    if (!program.isEmpty() && !programs.contains(program)) {
      item.at("program").mistake("policy.unknown-program", program);
    }
    return program;
  }

  private static @Nullable Term until(Yaml at, @Nullable Term from) {
    @Nullable Term to = PolicyWords.term(at);
    if (from != null && to != null && to.compareTo(from) < 0) {
      at.mistake("policy.ends-before-start", to.label(), from.label());
    }
    return to;
  }

  private static Set<Stage> stages(List<Yaml> items) {
    Set<Stage> stages = new LinkedHashSet<>();
    for (Yaml item : items) {
      PolicyWords.constant(item, Stage.class, "policy.unknown-stage").ifPresent(stages::add);
    }
    return stages;
  }

  private static Set<Integer> grades(List<Yaml> items, Set<Stage> stages) {
    Set<Integer> grades = new LinkedHashSet<>();
    int most = stages.stream().mapToInt(Stage::years).max().orElse(0);
    for (Yaml item : items) {
      int grade = (int) item.number(1);
      if (most > 0 && (grade < 1 || grade > most)) {
        item.mistake("policy.unknown-grade", item.text(""), Integer.toString(most));
      }
      grades.add(grade);
    }
    return grades;
  }

  private static Entered entered(Yaml item) {
    if (item.absent()) {
      return Entered.ANYTIME;
    }
    item.only("from", "to");
    @Nullable Term from = PolicyWords.term(item.at("from"));
    return new Entered(from, until(item.at("to"), from));
  }

  /** Category codes and names of groups, in any mixture. */
  static Set<Category> categories(List<Yaml> items, Map<String, Set<Category>> groups) {
    Set<Category> found = new LinkedHashSet<>();
    for (Yaml item : items) {
      String word = item.text("");
      Optional<Category> category = Category.ofCode(word);
      if (groups.containsKey(word)) {
        found.addAll(groups.getOrDefault(word, Set.of()));
      } else if (category.isPresent()) {
        found.add(category.get());
      } else if (!word.equals(EVERYONE)) {
        item.mistake("policy.unknown-category", word);
      }
    }
    return found;
  }
}
