package cn.bidui.link;

import cn.bidui.link.Relinker.Relinked;
import cn.bidui.normalize.Layout;
import cn.bidui.normalize.RecordTable;
import cn.bidui.normalize.Strings;
import cn.bidui.person.CitizenId;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how long a first night takes, one of which one row in a hundred changed, and one in which
 * nothing did; asserts nothing. The argument is the number of pupils.
 */
final class RelinkTiming {

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";

  private final Random random;
  private final Random changes;
  private final Strings strings = new Strings();
  private final Map<ListKind, RecordTable.Builder> builders = new EnumMap<>(ListKind.class);
  private final Map<Long, Integer> born = new HashMap<>();
  private int rows;

  private RelinkTiming(long night) {
    random = new Random(7);
    changes = new Random(night);
  }

  /** Usage: {@code RelinkTiming [pupils]}. */
  public static void main(String[] arguments) throws IOException {
    int pupils = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    HandleHash hash = text -> Long.toHexString(NightPrint.print(text)) + text.length();
    LinkMemory memory = LinkMemory.none();
    for (int night = 0; night < 6; night++) {
      int changes = (night + 1) / 2;
      Map<ListKind, RecordTable> tables =
          new RelinkTiming(changes).county(pupils, changes == 0 ? 0 : 1);
      memory = written(memory);
      long start = cpuMillis();
      Relinked relinked =
          new Relinker(LinkLimits.defaults(), "timing").link(tables, List.of(), hash, memory);
      long done = cpuMillis();
      new Linker(LinkLimits.defaults()).link(tables, List.of(), hash);
      System.out.printf(
          "%d pupils, %d rows, %d linked again: %d ms of CPU; in full %d ms; %d undecided%n",
          pupils,
          relinked.rows(),
          relinked.again(),
          done - start,
          cpuMillis() - done,
          relinked.links().undecided().size());
      memory = relinked.memory();
    }
  }

  private static long cpuMillis() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1_000_000;
  }

  private static LinkMemory written(LinkMemory memory) throws IOException {
    long start = System.nanoTime();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    memory.write(out);
    LinkMemory read = LinkMemory.read(new ByteArrayInputStream(out.toByteArray()));
    System.out.printf(
        "  memory of %d rows: %d bytes, written and read in %d ms%n",
        read.rows().size(), out.size(), (System.nanoTime() - start) / 1_000_000);
    return read;
  }

  /**
   * Families of one to three pupils; one in three stands on the list of households with its
   * parents.
   *
   * @param percent of the rows that are new or changed
   */
  private Map<ListKind, RecordTable> county(int pupils, int percent) {
    int made = 0;
    for (int family = 0; made < pupils; family++) {
      int children = 1 + random.nextInt(3);
      char surname = SURNAMES.charAt(random.nextInt(SURNAMES.length()));
      String mother = adult(2 * family);
      String father = adult(2 * family + 1);
      boolean monitored = random.nextInt(3) == 0;
      if (monitored) {
        member(surname + given() + "父", father, family, father, "MALE");
        member(surname + given() + "母", mother, family, father, "FEMALE");
      }
      for (int child = 0; child < children; child++, made++) {
        child(surname, mother, father, monitored ? family : -1, percent);
      }
    }
    Map<ListKind, RecordTable> tables = new EnumMap<>(ListKind.class);
    builders.forEach((kind, builder) -> tables.put(kind, builder.build()));
    return tables;
  }

  private void child(char surname, String mother, String father, int family, int percent) {
    LocalDate birth = LocalDate.of(2008, 9, 1).plusDays(random.nextInt(15 * 365));
    long day = Long.parseLong(birth.toString().replace("-", ""));
    int sequence = born.merge(day, 1, Integer::sum) - 1;
    long region = 990101L + sequence / 1000;
    String id = new CitizenId((region * 100_000_000 + day) * 1000 + sequence % 1000).text();
    String name = surname + given() + (random.nextInt(5) > 0 ? given() : "");
    String sex = sequence % 2 == 1 ? "MALE" : "FEMALE";
    String school = "学校" + random.nextInt(1000);
    if (changes.nextInt(100) < percent) {
      school = "学校" + changes.nextInt(1000);
    }
    add(
        ListKind.ROLL,
        Map.of(
            Field.NAME, name,
            Field.CITIZEN_ID, slip(id),
            Field.STUDENT_NUMBER, "G" + id,
            Field.SEX, sex,
            Field.BIRTH_DATE, birth.toString(),
            Field.SCHOOL_NAME, school,
            Field.ROLL_STATUS, "ENROLLED",
            Field.GUARDIAN1_ID, father,
            Field.GUARDIAN2_ID, mother));
    if (random.nextInt(4) == 0) {
      add(
          ListKind.AID,
          Map.of(Field.NAME, name, Field.CITIZEN_ID, slip(id), Field.SCHOOL_NAME, school));
    }
    if (family >= 0) {
      member(name, slip(id), family, father, sex);
    }
  }

  private void member(String name, String id, int family, String head, String sex) {
    add(
        ListKind.HOUSEHOLDS,
        Map.of(
            Field.NAME, name,
            Field.CITIZEN_ID, id,
            Field.SEX, sex,
            Field.HOUSEHOLD_NUMBER, "H" + family,
            Field.HEAD_ID, head));
  }

  private static String adult(int number) {
    LocalDate birth = LocalDate.of(1970, 1, 1).plusDays(number % 7_000);
    long day = Long.parseLong(birth.toString().replace("-", ""));
    return new CitizenId((990_102L * 100_000_000 + day) * 1000 + number / 7_000).text();
  }

  private String given() {
    return String.valueOf((char) ('一' + Math.min(random.nextInt(800), random.nextInt(800))));
  }

  /** One id in a hundred has one wrong digit, a few lost their last digits. */
  private String slip(String id) {
    int at = random.nextInt(17);
    int kind = random.nextInt(1000);
    if (kind < 10) {
      return id.substring(0, at) + (id.charAt(at) - '0' + 3) % 10 + id.substring(at + 1);
    }
    return kind < 12 ? id.substring(0, 15) + "000" : id;
  }

  private void add(ListKind kind, Map<Field, String> cells) {
    List<String> values =
        Layout.of(kind).fields().stream().map(field -> cells.getOrDefault(field, "")).toList();
    builders
        .computeIfAbsent(kind, of -> new RecordTable.Builder(of, strings))
        .add(new RowRef(new SourceFile("0", kind.code(), ""), "", ++rows), values);
  }
}
