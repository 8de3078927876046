package cn.bidui.judge;

import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.plan.AidPolicies;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A made county of two dozen children that laws change a little and judge again. Rows are data, so
 * that a row can be taken out, cut in two or written otherwise.
 */
record SmallCounty(LocalDate asOf, Map<ListKind, List<Map<Field, String>>> lists, int files) {

  static final AidPolicies NATIONAL = policies(List.of());

  private static final int CHILDREN = 24;
  private static final List<String> GRADES =
      List.of(
          "PRIMARY-1",
          "PRIMARY-4",
          "PRIMARY-6",
          "JUNIOR-1",
          "JUNIOR-3",
          "SENIOR-1",
          "VOCATIONAL-2",
          "PRESCHOOL-2");
  private static final List<String> SCHOOLING =
      List.of("小学", "小学", "小学", "七年级", "九年级", "普通高中一年级", "中职二年级", "学前教育");
  private static final List<String> BORN =
      List.of(
          "20190301",
          "20160501",
          "20140102",
          "20121010",
          "20110202",
          "20091120",
          "20080808",
          "20210606");
  private static final List<String> PROGRAMS =
      List.of("非寄宿生生活补助", "寄宿生生活补助", "营养改善计划", "普高国家助学金", "中职国家助学金", "雨露计划", "爱心午餐");
  private static final List<String> AMOUNTS =
      List.of("312.50", "625.00", "375.00", "750.00", "500.00", "250.00", "1150.00", "0.00", "");
  private static final List<String> TERMS = List.of("2025秋", "2025秋", "2025秋", "2026春", "2025春");

  /** The county of that number, on an evening of the present school year. */
  static SmallCounty of(long seed) {
    Random random = new Random(seed);
    Map<ListKind, List<Map<Field, String>>> lists = new EnumMap<>(ListKind.class);
    List.of(ListKind.ROLL, ListKind.HOUSEHOLDS, ListKind.AID)
        .forEach(list -> lists.put(list, new ArrayList<>()));
    for (int child = 0; child < CHILDREN; child++) {
      add(child, random, lists);
    }
    return new SmallCounty(LocalDate.of(2025, 9, 3).plusDays(random.nextInt(330)), lists, 1);
  }

  private static void add(int child, Random random, Map<ListKind, List<Map<Field, String>>> lists) {
    int kind = random.nextInt(GRADES.size());
    Map<Field, String> self = new EnumMap<>(Field.class);
    self.put(Field.NAME, "测试" + child);
    self.put(Field.CITIZEN_ID, CountyFixture.id(BORN.get(kind), child + 1));
    self.put(Field.GRADE, GRADES.get(kind));
    self.put(Field.SCHOOL_NAME, "第" + child % 3 + "小学");
    self.put(Field.SCHOOL_CODE, "219900000" + child % 3);
    for (int copies = copies(random); copies > 0; copies--) {
      lists.get(ListKind.ROLL).add(onRoll(self, random));
    }
    for (int copies = copies(random); copies > 0; copies--) {
      lists.get(ListKind.HOUSEHOLDS).add(inHousehold(self, kind, random));
    }
    for (int grants = random.nextInt(4); grants > 0; grants--) {
      lists.get(ListKind.AID).add(granted(self, random));
    }
  }

  /** Mostly one row, at times none or two. */
  private static int copies(Random random) {
    return List.of(0, 1, 1, 1, 1, 1, 1, 2).get(random.nextInt(8));
  }

  private static Map<Field, String> onRoll(Map<Field, String> self, Random random) {
    Map<Field, String> row = new EnumMap<>(self);
    row.put(Field.BOARDING, any(random, "DAY", "DAY", "BOARDER", ""));
    row.put(
        Field.ROLL_STATUS,
        any(random, "ENROLLED", "ENROLLED", "ENROLLED", "SUSPENDED", "TRANSFERRED", "GRADUATED"));
    return row;
  }

  private static Map<Field, String> inHousehold(Map<Field, String> self, int kind, Random random) {
    Map<Field, String> row = new EnumMap<>(self);
    row.put(Field.HOUSEHOLD_TYPE, any(random, "脱贫户", "脱贫户", "一般农户"));
    row.put(Field.MONITOR_CATEGORY, any(random, "", "", "UNSTABLE", "MARGINAL", "SUDDEN_HARDSHIP"));
    row.put(Field.RISK_CLEARED, any(random, "", "true", "false"));
    row.put(Field.RISK_CLEARED_MONTH, any(random, "", "2025-06", "2025-10"));
    row.put(Field.IDENTIFIED_MONTH, any(random, "", "2025-09", "2025-11"));
    row.put(Field.MINIMUM_LIVING, any(random, "", "", "RURAL", "URBAN"));
    row.put(Field.HEALTH, any(random, "", "健康", "残疾"));
    row.put(Field.SCHOOLING, any(random, SCHOOLING.get(kind), SCHOOLING.get(kind), ""));
    return row;
  }

  private static Map<Field, String> granted(Map<Field, String> self, Random random) {
    Map<Field, String> row = new EnumMap<>(self);
    row.put(Field.TERM, TERMS.get(random.nextInt(TERMS.size())));
    row.put(Field.PROGRAM, PROGRAMS.get(random.nextInt(PROGRAMS.size())));
    row.put(Field.AMOUNT_DUE, AMOUNTS.get(random.nextInt(AMOUNTS.size())));
    if (random.nextInt(8) == 0) {
      row.put(Field.GRADE, "PRIMARY-2");
    }
    row.put(Field.REMARK, any(random, "", "", "", "", "", "家长自愿放弃"));
    row.put(Field.PAYMENT_STATUS, any(random, "", "", "", "", "退回"));
    return row;
  }

  private static String any(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  /** The national policies, and nearer ones. */
  static AidPolicies policies(List<NamedText> nearer) {
    List<NamedText> files = new ArrayList<>(List.of(CountyFixture.file("national.yml")));
    files.addAll(nearer);
    Mistakes mistakes = new Mistakes();
    AidPolicies read = AidPolicies.read(files, mistakes);
    if (!mistakes.none()) {
      throw new AssertionError(mistakes.all());
    }
    return read;
  }

  List<Map<Field, String>> rows(ListKind list) {
    return lists.getOrDefault(list, List.of());
  }

  SmallCounty on(LocalDate day) {
    return new SmallCounty(day, lists, files);
  }

  SmallCounty inFiles(int number) {
    return new SmallCounty(asOf, lists, number);
  }

  /** With the rows of one list as {@code change} leaves them. */
  SmallCounty with(ListKind list, UnaryOperator<List<Map<Field, String>>> change) {
    Map<ListKind, List<Map<Field, String>>> changed = new EnumMap<>(lists);
    changed.put(list, change.apply(new ArrayList<>(rows(list))));
    return new SmallCounty(asOf, changed, files);
  }

  SmallCounty withAid(Map<Field, String> row) {
    return with(
        ListKind.AID,
        rows -> {
          rows.add(row);
          return rows;
        });
  }

  Judgement judge() {
    return judge(NATIONAL);
  }

  Judgement judge(AidPolicies policies) {
    return new Judge(policies, Map.of()).judge(county());
  }

  private County county() {
    return fixture().build();
  }

  /** As a fixture that more can be said of. */
  CountyFixture fixture() {
    CountyFixture county = CountyFixture.county().asOf(asOf.toString()).inFiles(files);
    rows(ListKind.ROLL).forEach(row -> county.roll(flat(row)));
    rows(ListKind.HOUSEHOLDS).forEach(row -> county.household(flat(row)));
    rows(ListKind.AID).forEach(row -> county.aid(flat(row)));
    lists.keySet().stream()
        .filter(list -> list.compareTo(ListKind.HOUSEHOLDS) > 0)
        .forEach(
            list -> {
              county.with(list);
              rows(list).forEach(row -> county.list(list, flat(row)));
            });
    return county;
  }

  private static Object[] flat(Map<Field, String> row) {
    List<Object> values = new ArrayList<>();
    row.forEach(
        (field, value) -> {
          values.add(field);
          values.add(value);
        });
    return values.toArray();
  }

  /** Who is asked about what: name, program and term of the findings of {@code rules}. */
  static Set<String> asked(Judgement judgement, String... rules) {
    Set<String> asked = new TreeSet<>();
    for (Finding finding : judgement.findings()) {
      if (Set.of(rules).contains(finding.rule())) {
        asked.add(finding.name() + " " + finding.program() + " " + finding.term());
      }
    }
    return asked;
  }
}
