package cn.bidui.acceptance;

import cn.bidui.acceptance.MonthFiles.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a month of the made county must come to, reckoned a second time: maps of children, of what
 * each list says of them, and of what people said. It knows the contract and nothing of the
 * program. A night is a map from measure to value, so that it can be held against what was
 * published word by word.
 */
final class MonthModel {

  /** A child: key, school, and what makes aid due, in cents a term; 0 where none is due. */
  record Child(String key, String name, String school, long standard, boolean entitled) {}

  /** A finding on one night. */
  record Entry(
      String state, String outcome, LocalDate first, LocalDate last, String facts, String school) {
    boolean open() {
      return OPEN.contains(state);
    }

    boolean gone() {
      return state.equals("resolved");
    }
  }

  record Night(LocalDate asOf, SortedMap<String, Entry> entries, Map<String, String> roll) {}

  record Answer(
      String about,
      String outcome,
      @Nullable LocalDate until,
      String by,
      LocalDate day,
      String facts) {}

  record Act(String about, String what, String by, LocalDate day) {}

  static final List<String> OPEN = List.of("new", "persisting", "reopened");

  /** What the contract says of a rule: matter, days to answer, words for it. */
  record Rule(String matter, int days, boolean two, boolean homes, String title, String label) {}

  static final Map<String, Rule> RULES =
      Map.of(
          "unfunded-eligible", new Rule("aid", 7, false, true, "应助未助", "应助未助（确认）"),
          "underpaid", new Rule("aid", 7, false, false, "资助金额不足", "金额不符"),
          "duplicate-aid", new Rule("aid", 7, false, false, "重复资助", "重复资助"),
          "vanished-from-roll", new Rule("school", 7, true, false, "学籍消失", "待核"),
          "never-enrolled", new Rule("school", 7, true, true, "疑似失学", "疑似失学"),
          "out-of-county", new Rule("school", 30, false, true, "县外就读待核", "县外就读"),
          "status-conflict", new Rule("school", 15, false, true, "监测户就学状态与学籍不一致", "待核"),
          "name-differs", new Rule("person", 30, false, false, "姓名不一致", "数据待更正"));
  static final Set<String> LEAVES_OPEN = Set.of("A4", "A5", "D5", "D6", "E2", "F1", "F2");

  private final Map<String, Child> children = new TreeMap<>();
  private final MonthFiles files;

  /** By finding: as what it was asked on the last night that asked. */
  private final Map<String, String> labels = new TreeMap<>();

  /** Nights, answers and acts in the order in which they count. */
  private final List<Object> log = new ArrayList<>();

  MonthModel(List<Child> all, MonthFiles files) {
    all.forEach(child -> children.put(child.key(), child));
    this.files = files;
  }

  // --- what people say -------------------------------------------------------------------------

  /** Somebody answers a finding as the last night shows it. */
  void answers(String about, String outcome, @Nullable LocalDate until, String by) {
    Night last = nights(LocalDate.MAX).get(0);
    log.add(new Answer(about, outcome, until, by, last.asOf(), last.entries().get(about).facts()));
  }

  /** The last answer to a finding is taken back. */
  void takesBack(String about) {
    Object last = null;
    for (Object each : log) {
      last = each instanceof Answer answer && answer.about().equals(about) ? each : last;
    }
    log.remove(last);
  }

  /** Something is done about the case of a finding. */
  void does(String about, String what, String by) {
    log.add(new Act(about, what, by, nights(LocalDate.MAX).get(0).asOf()));
  }

  // --- a night ---------------------------------------------------------------------------------

  /** Nights before that day, the last first. */
  private List<Night> nights(LocalDate before) {
    List<Night> nights = new ArrayList<>();
    for (Object each : log) {
      if (each instanceof Night night && night.asOf().isBefore(before)) {
        nights.add(0, night);
      }
    }
    return nights;
  }

  /** The findings that were open in the last night. */
  List<String> open() {
    List<Night> nights = nights(LocalDate.MAX);
    return nights.isEmpty()
        ? List.of()
        : nights.get(0).entries().entrySet().stream()
            .filter(entry -> entry.getValue().open())
            .map(Map.Entry::getKey)
            .toList();
  }

  /** What is published for that day; of a day that was published before, the later counts. */
  SortedMap<String, String> night(LocalDate asOf) {
    List<Night> before = nights(asOf);
    log.removeIf(each -> each instanceof Night night && night.asOf().equals(asOf));
    SortedMap<String, String> measures = new TreeMap<>();
    SortedMap<String, String> asked = new TreeMap<>();
    ask(before, asked, measures);
    Map<String, String> roll = new TreeMap<>();
    files.says(Kind.ROLL).keySet().forEach(key -> roll.put(key, files.name(Kind.ROLL)));
    Night night = new Night(asOf, ledger(asOf, before, asked), roll);
    night.entries().forEach((about, entry) -> measures.put("finding " + about, words(entry)));
    measures.putAll(files.night(asOf));
    movements(night, before, measures);
    log.add(night);
    measures.putAll(MonthCases.after(log, asOf));
    return measures;
  }

  private static String words(Entry entry) {
    return String.join(" ", entry.state(), entry.outcome(), "" + entry.first(), "" + entry.last());
  }

  /** Puts the questions of tonight, with the facts that each rests on. */
  private void ask(List<Night> before, Map<String, String> asked, Map<String, String> measures) {
    Map<String, List<String>> roll = files.says(Kind.ROLL);
    Map<String, List<String>> aid = files.says(Kind.AID);
    Map<String, List<String>> homes = files.says(Kind.HOUSEHOLDS);
    Map<String, Integer> compared = new TreeMap<>();
    RULES.keySet().forEach(rule -> compared.put(rule, 0));
    for (Child child : children.values()) {
      boolean enrolled = roll.containsKey(child.key());
      @Nullable String home = homes.containsKey(child.key()) ? homes.get(child.key()).get(0) : null;
      List<String> grants = aid.getOrDefault(child.key(), List.of());
      if (home != null) {
        count(compared, "never-enrolled", "out-of-county");
        boolean atSchool = home.equals("在校");
        put(asked, !enrolled && atSchool, "out-of-county", child, "");
        put(asked, !enrolled && !atSchool, "never-enrolled", child, home);
        put(asked, enrolled && !atSchool, "status-conflict", child, home);
        if (enrolled) {
          count(compared, "status-conflict");
        }
        if (enrolled && child.entitled()) {
          count(compared, "unfunded-eligible");
          put(asked, grants.isEmpty(), "unfunded-eligible", child, "");
        }
      }
      paid(child, grants, home == null ? "" : "/listed", compared, asked);
      missed(child, enrolled, before, asked);
    }
    Set<String> everybody = new TreeSet<>(roll.keySet());
    everybody.addAll(aid.keySet());
    everybody.addAll(homes.keySet());
    compared.put("name-differs", everybody.size());
    compared.put("vanished-from-roll", before.isEmpty() ? 0 : expected(before.get(0)));
    for (String rule : RULES.keySet()) {
      long found = asked.keySet().stream().filter(key -> key.startsWith(rule + " ")).count();
      boolean looked = !off(rule) && !(rule.equals("vanished-from-roll") && before.isEmpty());
      measures.put(
          "rule " + rule,
          looked + " " + (looked ? compared.get(rule) : 0) + " " + (looked ? found : 0));
    }
  }

  /** Who should be on the roll: those of the night before, and those who were missed then. */
  private static int expected(Night before) {
    Predicate<String> missed =
        about -> about.startsWith("vanished-from-roll ") && !before.entries().get(about).gone();
    return before.roll().size() + (int) before.entries().keySet().stream().filter(missed).count();
  }

  /** Answers about aid rest on why it is due, too. */
  private static void paid(
      Child child,
      List<String> grants,
      String why,
      Map<String, Integer> compared,
      Map<String, String> asked) {
    if (grants.isEmpty()) {
      return;
    }
    count(compared, "duplicate-aid");
    put(asked, grants.size() > 1, "duplicate-aid", child, why);
    String[] first = grants.get(0).split("/", -1);
    long cents = Long.parseLong(first[0]);
    if (grants.size() == 1) {
      count(compared, "underpaid");
      put(asked, cents < child.standard(), "underpaid", child, first[0] + why);
    }
    put(asked, !first[1].equals(child.name()), "name-differs", child, first[1]);
  }

  /** On the roll of some night, on none since: asked until the child is back. */
  private static void missed(
      Child child, boolean enrolled, List<Night> before, Map<String, String> asked) {
    for (Night night : before) {
      String last = night.roll().get(child.key());
      if (!enrolled && last != null) {
        asked.put("vanished-from-roll " + child.key(), last);
        return;
      }
    }
  }

  private static void put(
      Map<String, String> asked, boolean yes, String rule, Child child, String facts) {
    if (yes) {
      asked.put(rule + " " + child.key(), facts);
    }
  }

  private static void count(Map<String, Integer> compared, String... rules) {
    List.of(rules).forEach(rule -> compared.merge(rule, 1, Integer::sum));
  }

  /** Whether a rule cannot be looked at tonight. */
  private boolean off(String rule) {
    return RULES.get(rule).homes() && files.says(Kind.HOUSEHOLDS).isEmpty();
  }

  // --- findings over nights --------------------------------------------------------------------

  private SortedMap<String, Entry> ledger(
      LocalDate asOf, List<Night> before, Map<String, String> asked) {
    SortedMap<String, Entry> past = new TreeMap<>();
    if (!before.isEmpty()) {
      past.putAll(before.get(0).entries());
      past.values().removeIf(Entry::gone);
    }
    Set<String> all = new TreeSet<>(asked.keySet());
    all.addAll(past.keySet());
    SortedMap<String, Entry> entries = new TreeMap<>();
    for (String about : all) {
      String rule = about.split(" ", -1)[0];
      @Nullable Entry old = past.get(about);
      boolean off = off(rule);
      if (off && old == null) {
        continue;
      }
      LocalDate first = asOf;
      for (Night night : before) {
        first = night.entries().containsKey(about) ? night.entries().get(about).first() : first;
      }
      LocalDate last = off || !asked.containsKey(about) ? old.last() : asOf;
      if (!off && !asked.containsKey(about)) {
        entries.put(
            about, new Entry("resolved", asked(about), first, last, old.facts(), old.school()));
        continue;
      }
      String facts = off ? old.facts() : asked.get(about);
      if (!off) {
        labels.put(about, label(about));
      }
      String school = off ? old.school() : school(about);
      @Nullable Answer answer = standing(about, facts, asOf, before);
      boolean known = first.isBefore(asOf);
      String state = old != null && old.open() ? "persisting" : known ? "reopened" : "new";
      entries.put(
          about,
          answer != null
              ? new Entry("explained", answer.outcome(), first, last, facts, school)
              : new Entry(state, asked(about), first, last, facts, school));
    }
    return entries;
  }

  /** A grant that was sent back may be the one that is missing. */
  private String label(String about) {
    String child = about.split(" ", -1)[1];
    boolean open =
        about.startsWith("unfunded-eligible ") && files.sentBack(Kind.AID).contains(child);
    return open ? "应助未助（待核）" : rule(about).label();
  }

  /** As which it was asked last. */
  private String asked(String about) {
    return labels.getOrDefault(about, rule(about).label());
  }

  /** Whose a finding is: of a child on no roll, the school that the aid list names, if any. */
  private String school(String about) {
    String child = about.split(" ", -1)[1];
    boolean nowhere =
        !files.says(Kind.ROLL).containsKey(child) && !files.says(Kind.AID).containsKey(child);
    boolean known = about.startsWith("vanished-from-roll ") || !nowhere;
    return known ? children.get(child).school() : "（未落到学校）";
  }

  /** The answer that closes a finding tonight: the last one, if it closes and still holds. */
  private @Nullable Answer standing(
      String about, String facts, LocalDate asOf, List<Night> before) {
    @Nullable Answer last = null;
    for (Object each : log) {
      if (each instanceof Answer answer && answer.about().equals(about)) {
        last = answer;
      } else if (each instanceof Night night
          && before.contains(night)
          && night.entries().containsKey(about)
          && night.entries().get(about).gone()) {
        last = null;
      }
    }
    boolean holds =
        last != null
            && !LEAVES_OPEN.contains(last.outcome())
            && last.facts().equals(facts)
            && (last.until() == null || !asOf.isAfter(last.until()));
    return holds ? last : null;
  }

  private void movements(Night night, List<Night> before, Map<String, String> measures) {
    Map<String, Entry> past = before.isEmpty() ? Map.of() : before.get(0).entries();
    Map<String, int[]> sums = new TreeMap<>();
    Set<String> all = new TreeSet<>(past.keySet());
    all.addAll(night.entries().keySet());
    for (String about : all) {
      boolean was = past.containsKey(about) && past.get(about).open();
      @Nullable Entry now = night.entries().get(about);
      String state = now == null ? "" : now.state();
      String school = now == null ? past.get(about).school() : now.school();
      for (String line : List.of("rule " + rule(about).title(), "school " + school, "all")) {
        int[] sum = sums.computeIfAbsent(line, none -> new int[6]);
        sum[0] += was ? 1 : 0;
        sum[1] += state.equals("new") ? 1 : 0;
        sum[2] += state.equals("reopened") ? 1 : 0;
        sum[3] += was && state.equals("resolved") ? 1 : 0;
        sum[4] += was && state.equals("explained") ? 1 : 0;
        sum[5] += now != null && now.open() ? 1 : 0;
      }
    }
    sums.forEach((line, sum) -> measures.put("movement " + line, numbers(sum)));
  }

  static String numbers(int... numbers) {
    List<String> words = new ArrayList<>();
    for (int number : numbers) {
      words.add("" + number);
    }
    return String.join(" ", words);
  }

  static Rule rule(String about) {
    return RULES.get(about.split(" ", -1)[0]);
  }

  static String caseOf(String about) {
    return rule(about).matter() + " " + about.split(" ", -1)[1];
  }
}
