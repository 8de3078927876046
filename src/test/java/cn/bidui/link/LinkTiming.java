package cn.bidui.link;

import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Prints how long linking takes; asserts nothing. The argument is the number of pupils. */
final class LinkTiming {

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "明华婷轩涵宇晨佳子梓雨欣浩博文静雅思琪乐一诺嘉怡俊杰";

  private final Random random = new Random(7);
  private final Strings strings = new Strings();
  private final Map<ListKind, RecordTable.Builder> builders = new EnumMap<>(ListKind.class);
  private int rows;

  /** Usage: {@code LinkTiming [pupils]}. */
  public static void main(String[] arguments) {
    int pupils = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Map<ListKind, RecordTable> tables = new LinkTiming().county(pupils);
    HandleHash hash = text -> Long.toHexString(text.hashCode() * 31L) + text.length() + text;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      LinkResult links = new Linker(LinkLimits.defaults()).link(tables, List.of(), hash);
      long linked = System.nanoTime();
      PersonKeys keys = PersonKeys.assign(links, tables, new KeysInMemory(), hash);
      long keyed = System.nanoTime();
      System.out.printf(
          "%d pupils: link %d ms, keys %d ms; %d persons, %d undecided, %d notes, %d changes%n",
          pupils,
          (linked - start) / 1_000_000,
          (keyed - linked) / 1_000_000,
          links.persons(),
          links.undecided().size(),
          links.notes().size(),
          keys.changes().size());
    }
  }

  private Map<ListKind, RecordTable> county(int pupils) {
    for (int i = 0; i < pupils; i++) {
      String birth = String.format("20%02d-%02d-%02d", 8 + i % 12, 1 + i / 12 % 12, 1 + i % 28);
      String id = id(i, birth);
      String name = "" + pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
      String sex = id.charAt(16) % 2 == 1 ? "MALE" : "FEMALE";
      String school = "学校" + i % 90;
      String father = World.id("1985-01-01", i % 1000);
      add(
          ListKind.ROLL,
          Map.of(
              Field.NAME, name,
              Field.CITIZEN_ID, slip(id),
              Field.STUDENT_NUMBER, "G" + id,
              Field.SEX, sex,
              Field.BIRTH_DATE, birth,
              Field.SCHOOL_NAME, school,
              Field.ROLL_STATUS, "ENROLLED",
              Field.GUARDIAN1_ID, father));
      if (i % 4 == 0) {
        add(
            ListKind.AID,
            Map.of(Field.NAME, name, Field.CITIZEN_ID, slip(id), Field.SCHOOL_NAME, school));
      }
      if (i % 10 < 3) {
        add(
            ListKind.HOUSEHOLDS,
            Map.of(
                Field.NAME,
                name,
                Field.CITIZEN_ID,
                slip(id),
                Field.SEX,
                sex,
                Field.BIRTH_DATE,
                birth,
                Field.HOUSEHOLD_NUMBER,
                "H" + i / 4,
                Field.MEMBER_NUMBER,
                "M" + i));
      }
    }
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    builders.forEach((kind, builder) -> tables.put(kind, builder.build()));
    return tables;
  }

  /** Nobody shares an id: 500 pupils a sequence number, and another region once they run out. */
  private static String id(int pupil, String birth) {
    long region = 990101L + pupil / 500_000;
    long sequence = pupil / 500 % 1000;
    long day = Long.parseLong(birth.replace("-", ""));
    return new CitizenId((region * 100_000_000L + day) * 1000 + sequence).text();
  }

  private char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  /** One id in a hundred has one wrong digit. */
  private String slip(String id) {
    int at = random.nextInt(18);
    return random.nextInt(100) > 0 ? id : id.substring(0, at) + "7" + id.substring(at + 1);
  }

  private void add(ListKind kind, Map<Field, String> cells) {
    List<String> values =
        Layout.of(kind).fields().stream().map(field -> cells.getOrDefault(field, "")).toList();
    builders
        .computeIfAbsent(kind, of -> new RecordTable.Builder(of, strings))
        .add(new RowRef(new SourceFile("0", kind.code(), ""), "", ++rows), values);
  }
}
