package cn.bidui.acceptance;

import cn.bidui.acceptance.MonthFiles.Kind;
import cn.bidui.acceptance.MonthFiles.Row;
import cn.bidui.acceptance.MonthModel.Child;
import cn.bidui.fixture.county.CountyGenerator;
import cn.bidui.fixture.county.CountyPlan;
import cn.bidui.fixture.county.Family;
import cn.bidui.fixture.county.Member;
import cn.bidui.fixture.county.Seat;
import cn.bidui.fixture.list.AidList;
import cn.bidui.fixture.list.HouseholdList;
import cn.bidui.fixture.list.Line;
import cn.bidui.fixture.list.ListFile;
import cn.bidui.fixture.list.RollList;
import cn.bidui.fixture.people.Fashion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A small made county, and what its three lists say at the moment: who is on the roll, what each
 * child was granted under which name, and what the households tell of their children.
 */
final class MonthCounty {

  /** A list as a file, and the same rows in the model's words. */
  // Nobody compares these records, and nobody changes the bytes.
  @SuppressWarnings("ArrayRecordComponent")
  record Written(byte[] bytes, List<Row> rows) {}

  private static final String BROKEN = "三百元";

  private final List<Family> families;
  private final Map<String, Member> pupils = new LinkedHashMap<>();
  private final Map<String, Family> homes = new TreeMap<>();
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final Set<String> cast = new TreeSet<>();

  /** Who is on the roll. */
  final Set<String> roll = new TreeSet<>();

  /**
   * The amounts that each child was granted, in cents; a negative one is written so that nobody can
   * read it.
   */
  final Map<String, List<Long>> grants = new TreeMap<>();

  /** The names by which the aid list has children whom it has by another. */
  final Map<String, String> names = new TreeMap<>();

  /** Of children who are not told to go to school: why. */
  final Map<String, String> reasons = new TreeMap<>();

  /** People of households who are in the list no more. */
  final Set<String> left = new HashSet<>();

  MonthCounty(long seed, int size) {
    CountyPlan sample = CountyPlan.sample(seed, size);
    families =
        new CountyGenerator(
                new CountyPlan(
                    sample.county(), seed, size, sample.townships(), 420, 0, 0, Fashion.FREE))
            .all();
    for (Family family : families) {
      family.pupils().forEach(pupil -> enter(family, pupil));
    }
  }

  private void enter(Family family, Member pupil) {
    Seat seat = pupil.seatOrThrow();
    boolean entitled =
        family.standing().listed()
            && (seat.boarder() || !family.standing().householdType().isEmpty());
    long standard = (seat.primary() ? 62_500L : 75_000L) / (seat.boarder() ? 1 : 2);
    String key = key(pupil.person().id());
    Child child = new Child(key, pupil.person().name(), seat.school().name(), standard, entitled);
    if (children.put(key, child) != null) {
      throw new IllegalStateException("two pupils with one key; try another seed");
    }
    pupils.put(key, pupil);
    homes.put(key, family);
    roll.add(key);
    if (entitled) {
      grants.put(key, List.of(standard));
    }
  }

  /** What is published of an id is enough to tell the pupils of this county apart. */
  static String key(String id) {
    return id.substring(id.length() - 4);
  }

  List<Child> children() {
    return List.copyOf(children.values());
  }

  Child child(String key) {
    return children.get(key);
  }

  /** The next child who is so and whose family has no part yet. */
  String take(Predicate<Child> wanted) {
    for (Child child : children.values()) {
      if (wanted.test(child) && cast.add(homes.get(child.key()).number())) {
        return child.key();
      }
    }
    throw new IllegalStateException("nobody left for this part; try another seed");
  }

  /** A child to whom aid is due. */
  String entitled() {
    return take(Child::entitled);
  }

  /** A child of no household in the list, above the first grade and below the last. */
  String ordinary() {
    return take(child -> !listed(child.key()) && middle(child));
  }

  /** A child in the list of households, above the first grade and below the last. */
  String monitored() {
    return take(child -> listed(child.key()) && child.entitled() && middle(child));
  }

  /** The same, of those to whom no aid is due. */
  String watched() {
    return take(child -> listed(child.key()) && !child.entitled() && middle(child));
  }

  private boolean listed(String key) {
    return homes.get(key).standing().listed();
  }

  private boolean middle(Child child) {
    int grade = pupils.get(child.key()).seatOrThrow().grade();
    return grade > 1 && grade != 6 && grade < 9;
  }

  /** The grown-ups of listed households without any part in what is compared. */
  List<String> grownUps() {
    List<String> all = new ArrayList<>();
    for (Family family : families) {
      if (family.standing().listed()) {
        family.members().stream()
            .filter(member -> member.seat() == null && !member.education().isEmpty())
            .filter(member -> !member.equals(family.head()))
            .forEach(member -> all.add(member.person().id()));
      }
    }
    return all;
  }

  /**
   * A list as it stands; {@code mark} stands where nobody compares it, so that no two are alike.
   */
  Written write(Kind kind, String mark) throws IOException {
    return switch (kind) {
      case ROLL -> writeRoll(mark);
      case AID -> writeAid(mark);
      case HOUSEHOLDS -> writeHouseholds(mark);
    };
  }

  private Written writeRoll(String mark) throws IOException {
    List<Line> lines = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String key : pupils.keySet()) {
      if (roll.contains(key)) {
        Line line = RollList.line(homes.get(key), pupils.get(key));
        lines.add(line.set("现住址", line.text("现住址") + mark));
        rows.add(new Row(key, "", false));
      }
    }
    return written(RollList.HEADERS, lines, rows);
  }

  private Written writeAid(String mark) throws IOException {
    List<Line> lines = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String key : pupils.keySet()) {
      for (long cents : grants.getOrDefault(key, List.of())) {
        String name = names.getOrDefault(key, children.get(key).name());
        Line line = AidList.line(pupils.get(key)).set("姓名", name).set("备注", mark);
        AidList.amount(line, yuan(Math.abs(cents)));
        lines.add(cents < 0 ? line.set("应发金额", BROKEN) : line);
        rows.add(new Row(key, Math.abs(cents) + "/" + name, cents < 0));
      }
    }
    return written(AidList.HEADERS, lines, rows);
  }

  static String yuan(long cents) {
    return String.format("%d.%02d", cents / 100, cents % 100);
  }

  private Written writeHouseholds(String mark) throws IOException {
    List<Line> lines = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Family family : families) {
      for (Line line : family.standing().listed() ? HouseholdList.lines(family) : List.<Line>of()) {
        Member member = line.subject();
        String id = member.person().id();
        String key = member.seat() == null ? id : key(id);
        if (reasons.containsKey(key)) {
          line.set("在校生状况", "").set("义务教育阶段未上学原因", reasons.get(key)).set("义务教育保障", "否");
        }
        if (!left.contains(id)) {
          lines.add(line.set("自然村", mark));
          rows.add(new Row(key, reasons.containsKey(key) ? reasons.get(key) : "在校", false));
        }
      }
    }
    return written(HouseholdList.HEADERS, lines, rows);
  }

  private static Written written(List<String> headers, List<Line> lines, List<Row> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ListFile(ListFile.Format.CSV, "", headers).lines(lines).write(out);
    return new Written(out.toByteArray(), rows);
  }
}
