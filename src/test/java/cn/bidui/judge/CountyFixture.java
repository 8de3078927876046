package cn.bidui.judge;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Night;
import cn.bidui.judge.night.Numbers;
import cn.bidui.judge.night.RuleTally;
import cn.bidui.judge.night.SentBack;
import cn.bidui.judge.night.Standings;
import cn.bidui.link.Decision;
import cn.bidui.link.Departed;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.KnownKeys;
import cn.bidui.link.LinkResult;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PersonKeys;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.RollRecord;
import cn.bidui.normalize.SchoolRegistry;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.RulePlan;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The smallest worlds for rules: rows as field and value, what is not said taken from one invented
 * pupil, and the same id meaning the same person.
 */
public final class CountyFixture {

  /** The pupil of whom rows speak that name no other: born 2016-05-01, in the third grade. */
  public static final String PUPIL = id("20160501", 1);

  private static final Map<Field, String> ROLL =
      Map.of(
          Field.NAME, "测试甲",
          Field.CITIZEN_ID, PUPIL,
          Field.SCHOOL_NAME, "东镇小学",
          Field.SCHOOL_CODE, "2199000001",
          Field.TOWNSHIP, "东镇",
          Field.GRADE, "PRIMARY-4",
          Field.BOARDING, "DAY",
          Field.ROLL_STATUS, "ENROLLED");
  private static final Map<Field, String> HOUSEHOLD =
      Map.of(
          Field.NAME, "测试甲",
          Field.CITIZEN_ID, PUPIL,
          Field.HOUSEHOLD_NUMBER, "9901010001",
          Field.TOWNSHIP, "西镇",
          Field.HOUSEHOLD_TYPE, "脱贫户",
          Field.SCHOOLING, "小学");
  private static final Map<Field, String> AID =
      Map.of(
          Field.NAME, "测试甲",
          Field.CITIZEN_ID, PUPIL,
          Field.SCHOOL_NAME, "东镇小学",
          Field.SCHOOL_CODE, "2199000001",
          Field.GRADE, "PRIMARY-4",
          Field.TERM, "2025秋",
          Field.PROGRAM, "非寄宿生生活补助",
          Field.AMOUNT_DUE, "312.50");

  private final Map<ListKind, List<Map<Field, String>>> lists = new EnumMap<>(ListKind.class);
  private final Map<String, String> aliases = new HashMap<>();
  private final List<Undecided> undecided = new ArrayList<>();
  private final List<IdentityNote> notes = new ArrayList<>();
  private final List<Departed> departed = new ArrayList<>();
  private final Map<String, RulePlan> plans = new TreeMap<>();
  private final List<NamedText> policies = new ArrayList<>(List.of(file("national.yml")));
  private LocalDate asOf;
  private boolean earlierRoll;
  private int files = 1;
  private Standings standings = Standings.NONE;
  private int leavers = County.NO_EARLIER_ROLL;

  private CountyFixture(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** A night on which all three lists are there, and the autumn's aid has long been due. */
  public static CountyFixture county() {
    CountyFixture county = new CountyFixture(LocalDate.of(2026, 1, 15));
    for (ListKind list : List.of(ListKind.ROLL, ListKind.AID, ListKind.HOUSEHOLDS)) {
      county.lists.put(list, new ArrayList<>());
    }
    return county;
  }

  /** A policy file of the repository. */
  public static NamedText file(String name) {
    try {
      return new NamedText(name, Files.readString(Path.of("jobs", "policies", name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A valid id of nobody: the region is not assigned. */
  public static String id(String birth, int sequence) {
    long packed = Long.parseLong("990101" + birth + "0".repeat(3 - digits(sequence)) + sequence);
    return new CitizenId(packed).text();
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  public CountyFixture asOf(String day) {
    asOf = LocalDate.parse(day);
    return this;
  }

  public CountyFixture without(ListKind list) {
    lists.remove(list);
    return this;
  }

  public CountyFixture roll(Object... values) {
    return add(ListKind.ROLL, ROLL, values);
  }

  public CountyFixture household(Object... values) {
    return add(ListKind.HOUSEHOLDS, HOUSEHOLD, values);
  }

  public CountyFixture aid(Object... values) {
    return add(ListKind.AID, AID, values);
  }

  /** A row of the pupil in any of the further lists. */
  public CountyFixture row(ListKind list, Object... values) {
    return add(list, Map.of(Field.NAME, "测试甲", Field.CITIZEN_ID, PUPIL), values);
  }

  /** A row of any list, of the pupil unless it says otherwise. */
  public CountyFixture list(ListKind kind, Object... values) {
    return add(kind, Map.of(Field.NAME, "测试甲", Field.CITIZEN_ID, PUPIL), values);
  }

  /** The list is there and has no row. */
  public CountyFixture with(ListKind kind) {
    lists.computeIfAbsent(kind, list -> new ArrayList<>());
    return this;
  }

  /** The last primary grade of the school year before had that many pupils. */
  public CountyFixture leavers(int pupils) {
    leavers = pupils;
    return this;
  }

  /** A right grant of somebody else, so that the aid list has rows of {@code term}. */
  public CountyFixture aidOfSomebodyElse(String term) {
    return aid(Field.NAME, "测试乙", Field.CITIZEN_ID, id("20160702", 2), Field.TERM, term);
  }

  /** These two ids are one person. */
  public CountyFixture same(String id, String other) {
    aliases.put(other, id);
    return this;
  }

  public CountyFixture undecided(ListKind left, int leftRow, ListKind right, int rightRow) {
    undecided.add(
        new Undecided(left, leftRow, right, rightRow, Tier.NAME_BIRTH_SEX, 900, "link.test"));
    return this;
  }

  public CountyFixture note(
      IdentityNote.Kind kind, ListKind left, int leftRow, ListKind right, int rightRow) {
    notes.add(new IdentityNote(kind, left, leftRow, right, rightRow, Tier.REPAIRED_ID, "typo"));
    return this;
  }

  /** The first row of {@code left} has its id from the first row of {@code right}. */
  public CountyFixture repaired(ListKind left, ListKind right, String slip) {
    notes.add(
        new IdentityNote(IdentityNote.Kind.ID_REPAIRED, left, 0, right, 0, Tier.EMBEDDED_ID, slip));
    return this;
  }

  public CountyFixture earlierRoll() {
    earlierRoll = true;
    return this;
  }

  public CountyFixture departed(long key, String dataDate, Object... values) {
    Map<Field, String> row = merged(ROLL, values);
    RollRecord record = (RollRecord) Layout.of(ListKind.ROLL).record(values(ListKind.ROLL, row));
    RowRef place = new RowRef(new SourceFile("0".repeat(64), "旧学籍.xlsx", ""), "Sheet1", 9);
    departed.add(new Departed(new PersonKey(key), record, place, LocalDate.parse(dataDate)));
    return earlierRoll();
  }

  public CountyFixture standings(Standings earlier) {
    standings = earlier;
    return this;
  }

  public CountyFixture policy(NamedText file) {
    policies.add(file);
    return this;
  }

  public CountyFixture plan(RulePlan plan) {
    plans.put(plan.rule(), plan);
    return this;
  }

  /** The same rows in another order and at other places. */
  public CountyFixture shuffled(long seed) {
    lists.values().forEach(rows -> Collections.shuffle(rows, new Random(seed)));
    return this;
  }

  /** Each list comes in that many files, at most nine, one after the other. */
  public CountyFixture inFiles(int number) {
    files = number;
    return this;
  }

  public Judgement judge() {
    return judging().judge(build());
  }

  /** The judge, before any county has come to it. */
  public Judge judging() {
    return new Judge(read(), plans);
  }

  /** The night before any rule has looked at it. */
  public Night night() {
    return new Night(build(), read(), Numbers.IDENTIFIED_GRACE.value());
  }

  private AidPolicies read() {
    Mistakes mistakes = new Mistakes();
    AidPolicies read = AidPolicies.read(policies, mistakes);
    if (!mistakes.none()) {
      throw new AssertionError(mistakes.all());
    }
    return read;
  }

  public List<Finding> findings(String rule) {
    return judge().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  /** The only finding of {@code rule}. */
  public Finding finding(String rule) {
    List<Finding> all = findings(rule);
    if (all.size() != 1) {
      throw new AssertionError(rule + " found " + all);
    }
    return all.get(0);
  }

  public RuleTally tally(String rule) {
    return judge().tallies().stream()
        .filter(tally -> tally.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  public County build() {
    Strings strings = new Strings();
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    lists.forEach((list, rows) -> tables.put(list, table(list, rows, strings)));
    LinkResult links = new SameId(lists, aliases, undecided, notes);
    PersonKeys keys = PersonKeys.assign(links, tables, new NobodyKnown(), text -> text);
    RecordTable roll = tables.getOrDefault(ListKind.ROLL, table(ListKind.ROLL, List.of(), strings));
    return new County(
        asOf,
        tables,
        links,
        keys,
        SchoolRegistry.of(roll),
        earlierRoll ? departed.size() : County.NO_EARLIER_ROLL,
        departed,
        leavers,
        standings,
        SentBack.NONE);
  }

  private CountyFixture add(ListKind list, Map<Field, String> defaults, Object... values) {
    lists.computeIfAbsent(list, kind -> new ArrayList<>()).add(merged(defaults, values));
    return this;
  }

  private static Map<Field, String> merged(Map<Field, String> defaults, Object... values) {
    Map<Field, String> row = new EnumMap<>(defaults);
    for (int i = 0; i < values.length; i += 2) {
      row.put((Field) values[i], (String) values[i + 1]);
    }
    return row;
  }

  private static List<String> values(ListKind list, Map<Field, String> row) {
    return Layout.of(list).fields().stream().map(field -> row.getOrDefault(field, "")).toList();
  }

  private RecordTable table(ListKind list, List<Map<Field, String>> rows, Strings strings) {
    RecordTable.Builder builder = new RecordTable.Builder(list, strings);
    for (int i = 0; i < rows.size(); i++) {
      String number = files == 1 ? "" : Integer.toString(i * files / rows.size());
      SourceFile file = new SourceFile("f".repeat(64), list.code() + number + ".xlsx", "");
      builder.add(new RowRef(file, "Sheet1", i + 2), values(list, rows.get(i)));
    }
    return builder.build();
  }

  private record NobodyKnown() implements KnownKeys {
    @Override
    public PersonKey key(String handle) {
      return null;
    }

    @Override
    public long lastNumber() {
      return 0;
    }
  }

  /** Links by equal id text, or by name and birth date where there is none. */
  private static final class SameId implements LinkResult {

    private final Map<ListKind, int[]> personOf = new EnumMap<>(ListKind.class);
    private final List<Undecided> undecided;
    private final List<IdentityNote> notes;
    private final int persons;

    SameId(
        Map<ListKind, List<Map<Field, String>>> lists,
        Map<String, String> aliases,
        List<Undecided> undecided,
        List<IdentityNote> notes) {
      this.undecided = List.copyOf(undecided);
      this.notes = List.copyOf(notes);
      Map<String, Integer> numbers = new TreeMap<>();
      lists.values().forEach(rows -> rows.forEach(row -> numbers.put(who(row, aliases), 0)));
      int next = 0;
      for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
        entry.setValue(next++);
      }
      persons = next;
      lists.forEach(
          (list, rows) ->
              personOf.put(
                  list, rows.stream().mapToInt(row -> numbers.get(who(row, aliases))).toArray()));
    }

    private static String who(Map<Field, String> row, Map<String, String> aliases) {
      String id = row.getOrDefault(Field.CITIZEN_ID, "");
      String who = id.isEmpty() ? row.get(Field.NAME) + row.get(Field.STUDENT_NUMBER) : id;
      return aliases.getOrDefault(who, who);
    }

    @Override
    public int persons() {
      return persons;
    }

    @Override
    public int again() {
      return personOf.values().stream().mapToInt(rows -> rows.length).sum();
    }

    @Override
    public int person(ListKind list, int row) {
      return personOf.get(list)[row];
    }

    @Override
    public int[] rows(ListKind list, int person) {
      int[] all = personOf.getOrDefault(list, new int[0]);
      return IntStream.range(0, all.length).filter(row -> all[row] == person).toArray();
    }

    @Override
    public Decision decision(ListKind list, int row) {
      return Decision.LINKED;
    }

    @Override
    public Tier tier(ListKind list, int row) {
      return Tier.ID_AND_NAME;
    }

    @Override
    public int weight(ListKind list, int row) {
      return 0;
    }

    @Override
    public List<Undecided> undecided() {
      return undecided;
    }

    @Override
    public List<IdentityNote> notes() {
      return notes;
    }

    @Override
    public List<String> oversizedBlocks() {
      return List.of();
    }
  }
}
