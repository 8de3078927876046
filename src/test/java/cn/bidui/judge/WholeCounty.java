package cn.bidui.judge;

import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A {@link SmallCounty} to which all thirteen lists have come. */
final class WholeCounty {

  private static final List<Field> SELF =
      List.of(Field.NAME, Field.CITIZEN_ID, Field.GRADE, Field.SCHOOL_NAME, Field.SCHOOL_CODE);

  private final Random random;
  private final Map<ListKind, List<Map<Field, String>>> lists;

  private WholeCounty(SmallCounty county, long seed) {
    random = new Random(-seed);
    lists = new EnumMap<>(county.lists());
    for (ListKind list : ListKind.values()) {
      lists.computeIfAbsent(list, none -> new ArrayList<>());
    }
  }

  static SmallCounty of(long seed) {
    SmallCounty county = SmallCounty.of(seed);
    WholeCounty whole = new WholeCounty(county, seed);
    Map<String, Map<Field, String>> children = new TreeMap<>();
    county.lists().values().forEach(rows -> rows.forEach(row -> children.put(name(row), row)));
    children.values().forEach(whole::add);
    whole.guardians();
    whole.schools();
    return new SmallCounty(county.asOf(), whole.lists, 1);
  }

  private static String name(Map<Field, String> row) {
    return row.getOrDefault(Field.NAME, "");
  }

  private void add(Map<Field, String> child) {
    String grade = child.getOrDefault(Field.GRADE, "");
    some(
        ListKind.ENROLLED,
        child,
        Field.GRADE,
        any(grade, grade, "PRIMARY-2"),
        Field.ROLL_STATUS,
        any("ENROLLED", "ENROLLED", "LEFT"));
    some(ListKind.HARDSHIP, child, Field.HARDSHIP_TYPE, any("LIFTED_OUT", "DISABLED", "OTHER", ""));
    payments(child);
    few(
        ListKind.CIVIL,
        child,
        Field.BENEFIT,
        any("RURAL_MINIMUM_LIVING", "MINIMUM_LIVING", "ORPHAN"));
    few(ListKind.DISABILITY, child, Field.CARD_STATUS, any("", "", "注销"));
    few(
        ListKind.POPULATION,
        child,
        Field.ATTENDING,
        any("IN_SCHOOL", "ELSEWHERE", "NOT_ENROLLED", ""));
    changes(child);
    few(
        ListKind.PLACEMENTS,
        child,
        Field.PLACEMENT,
        any("TAUGHT_AT_HOME", "SPECIAL_SCHOOL", "DEFERRED", "NONE"),
        Field.PLACED_TO,
        any("", "2025-08-31", "2026-12-31"));
    few(
        ListKind.ATTENDANCE,
        child,
        Field.PRESENCE,
        any("PRESENT", "ABSENT", "ABSENT", "DROPPED_OUT"),
        Field.ABSENT_DAYS,
        any("3", "10", "40"),
        Field.CHECKED_ON,
        "2025-11-20");
  }

  private void payments(Map<Field, String> child) {
    for (int payments = random.nextInt(3); payments > 0; payments--) {
      some(
          ListKind.PAYMENTS,
          child,
          Field.TERM,
          any("2025秋", "2025秋", "2026春", ""),
          Field.PROGRAM,
          any("生活补助", "生活补助", "国家助学金", "营养改善计划", ""),
          Field.AMOUNT_PAID,
          any("312.50", "312.50", "625.00", "1150.00"),
          Field.PAID_ON,
          any("2025-10-20", "2026-04-20"),
          Field.PAYMENT_STATUS,
          any("", "", "退回"),
          Field.ACCOUNT,
          any("", "62170099000012345", "62170099000054321"));
    }
  }

  private void changes(Map<Field, String> child) {
    few(
        ListKind.ROLL_CHANGES,
        child,
        Field.CHANGE_TYPE,
        any("SUSPENSION", "SUSPENSION", "TRANSFER_OUT", "RETURN", "ABROAD"),
        Field.CHANGED_ON,
        any("2024-09-10", "2025-09-10", "2025-11-03"),
        Field.CHANGE_STATUS,
        any("", "PENDING", "DONE"),
        Field.TO_SCHOOL,
        any("", "第1小学", "邻县实验小学"));
  }

  /** Every third child has one of two guardians. */
  private void guardians() {
    for (Map<Field, String> row : lists.getOrDefault(ListKind.ROLL, List.of())) {
      if (random.nextInt(3) == 0) {
        row.put(Field.GUARDIAN1_ID, CountyFixture.id("19850202", 800 + random.nextInt(2)));
      }
    }
  }

  private void schools() {
    for (int school = 0; school < 5; school++) {
      Map<Field, String> row = new EnumMap<>(Field.class);
      row.put(Field.SCHOOL_NAME, "第" + school + "小学");
      row.put(Field.SCHOOL_CODE, "219900000" + school);
      lists.getOrDefault(ListKind.SCHOOLS, new ArrayList<>()).add(row);
    }
  }

  /** Mostly a row of that list. */
  private void some(ListKind list, Map<Field, String> child, Object... values) {
    if (random.nextInt(4) > 0) {
      row(list, child, values);
    }
  }

  private void few(ListKind list, Map<Field, String> child, Object... values) {
    if (random.nextInt(4) == 0) {
      row(list, child, values);
    }
  }

  private void row(ListKind list, Map<Field, String> child, Object... values) {
    lists.getOrDefault(list, new ArrayList<>()).add(of(child, values));
  }

  /** A row of {@code child}. */
  static Map<Field, String> of(Map<Field, String> child, Object... values) {
    Map<Field, String> row = new EnumMap<>(Field.class);
    SELF.forEach(field -> row.put(field, child.getOrDefault(field, "")));
    for (int i = 0; i < values.length; i += 2) {
      row.put((Field) values[i], (String) values[i + 1]);
    }
    return row;
  }

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }
}
