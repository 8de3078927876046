package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.judge.score.Place;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Figures;
import cn.bidui.report.period.PeriodFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Reports of closed periods over the three sample nights. */
@TestInstance(Lifecycle.PER_CLASS)
class PeriodReportsTest {

  private static final String NOVEMBER = "2025-11";
  private static final String MONTHLY = "控辍保学月报";
  private static final Set<String> OPEN = Set.of("new", "persisting", "reopened");

  private Path folder;
  private Office lived;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path temp) throws IOException {
    folder = temp;
    lived = Sample.after(3, temp.resolve("home"));
  }

  private Office office(String name) throws IOException {
    return lived.copiedTo(folder.resolve(name));
  }

  private static Office.Said report(Office office, String period, String... more) {
    List<String> words =
        new ArrayList<>(List.of("report", "--period", period, "--as-of", "2026-01-05"));
    words.addAll(List.of(more));
    return office.does(words.toArray(String[]::new));
  }

  private static Path published(Office office, String period) {
    return office.home().resolve("reports/periods").resolve(period);
  }

  private static Figures figures(Office office, String period, String name) throws IOException {
    Path file = published(office, period).resolve("data").resolve(name);
    return PeriodFigures.read(Files.readString(file)).figures();
  }

  /** Somebody says something that lies within November, after its nights. */
  private static void answerLate(Office office, int which) throws IOException {
    List<Table.Row> open =
        office
            .table(Sample.asOf(3), "findings.csv")
            .where(row -> row.get("rule").equals("unfunded-eligible") && isOpen(row));
    String id = open.get(which).get("finding_id");
    assertThat(office.does("answer", id, "G3", "--by", "王老师", "--as-of", "2025-11-10").exit())
        .isZero();
  }

  private static boolean isOpen(Table.Row row) {
    return OPEN.contains(row.get("state"));
  }

  // --- the figures ---------------------------------------------------------------------------

  /** By place and rule: added, reopened, resolved, explained, open at the end. */
  private Map<String, Map<String, Long>> summedFromPublishedFindings() throws IOException {
    Map<String, Map<String, Long>> sums = new TreeMap<>();
    Map<String, Table.Row> yesterday = new HashMap<>();
    for (String asOf : Sample.AS_OF) {
      Map<String, Table.Row> tonight = new HashMap<>();
      for (Table.Row row : lived.table(asOf, "findings.csv").rows()) {
        tonight.put(row.get("finding_id"), row);
        Table.Row before = yesterday.get(row.get("finding_id"));
        boolean wasOpen = before != null && isOpen(before);
        switch (row.get("state")) {
          case "new" -> add(sums, row, "added");
          case "reopened" -> {
            if (!wasOpen) {
              add(sums, row, "reopened");
            }
          }
          case "resolved", "explained" -> {
            if (wasOpen) {
              add(sums, row, row.get("state"));
            }
          }
          default -> assertThat(wasOpen).isTrue();
        }
        if (asOf.equals(Sample.asOf(3)) && isOpen(row)) {
          add(sums, row, "open");
        }
      }
      yesterday = tonight;
    }
    return sums;
  }

  private static void add(Map<String, Map<String, Long>> sums, Table.Row row, String measure) {
    Set<String> places = new TreeSet<>(Set.of("COUNTY"));
    for (String level : List.of("township", "school")) {
      if (!row.get(level).isBlank()) {
        places.add(level.toUpperCase(java.util.Locale.ROOT) + " " + row.get(level));
      }
    }
    for (String place : places) {
      sums.computeIfAbsent(place + " " + row.get("rule"), key -> new TreeMap<>())
          .merge(measure, 1L, Long::sum);
    }
  }

  @Test
  void everyNumberIsTheSumOfTheNights() throws IOException {
    Office office = office("sums");
    assertThat(report(office, NOVEMBER).exit()).isZero();

    Map<String, Map<String, Long>> told = new TreeMap<>();
    Set<String> measures = Set.of("added", "reopened", "resolved", "explained", "open");
    figures(office, NOVEMBER, "figures.txt")
        .values()
        .forEach(
            (key, value) -> {
              if (key.line().startsWith("rule/") && measures.contains(key.measure()) && value > 0) {
                Place place = key.place();
                String name = place.level() + (place.name().isEmpty() ? "" : " " + place.name());
                told.computeIfAbsent(
                        name + " " + key.line().substring("rule/".length()),
                        line -> new TreeMap<>())
                    .put(key.measure(), value);
              }
            });
    assertThat(told).hasSizeGreaterThan(40).isEqualTo(summedFromPublishedFindings());
  }

  @Test
  void theNightsFollowFromOneAnother() throws IOException {
    Office office = office("chain");
    report(office, NOVEMBER);
    Figures figures = figures(office, NOVEMBER, "figures.txt");

    assertThat(figures.lines("chain")).isEmpty();
    for (String line : figures.lines("rule/")) {
      long start =
          figures.of(Place.COUNTY, line, "before")
              + figures.of(Place.COUNTY, line, "added")
              + figures.of(Place.COUNTY, line, "reopened")
              - figures.of(Place.COUNTY, line, "resolved")
              - figures.of(Place.COUNTY, line, "explained");
      assertThat(start).as(line).isEqualTo(figures.of(Place.COUNTY, line, "open"));
    }
  }

  @Test
  void dueAmountsAreThoseOfTheOpenFindings() throws IOException {
    Office office = office("amounts");
    report(office, "2025Q4");
    long cents =
        lived
            .table(Sample.asOf(3), "findings.csv")
            .where(row -> row.get("rule").equals("unfunded-eligible") && isOpen(row))
            .stream()
            .mapToLong(
                row -> new java.math.BigDecimal(row.get("due")).movePointRight(2).longValueExact())
            .sum();

    Figures figures = figures(office, "2025Q4", "figures.txt");
    assertThat(
            figures.lines("aid/unfunded-eligible/").stream()
                .mapToLong(line -> figures.of(Place.COUNTY, line, "open-cents"))
                .sum())
        .isEqualTo(cents)
        .isPositive();
  }

  // --- publishing ----------------------------------------------------------------------------

  @Test
  void eachPeriodGetsItsReport() throws IOException {
    Office office = office("kinds");
    for (String period : List.of(NOVEMBER, "2025Q4", "2025H2")) {
      assertThat(report(office, period).exit()).isZero();
    }
    assertThat(published(office, NOVEMBER)).isDirectoryContaining("glob:**控辍保学月报.xlsx");
    assertThat(published(office, "2025Q4")).isDirectoryContaining("glob:**资助季汇总.html");
    String half = Files.readString(published(office, "2025H2").resolve("半年通报.html"));
    assertThat(half).contains("学校排名", "排名规则", "184 天中 3 个夜次", "未比对");
  }

  @Test
  void theSameFiguresGiveTheSameBytesInAnyFolderAndTouchNothing() throws IOException {
    Office one = office("one");
    Office two = office("two");
    report(one, NOVEMBER);
    report(two, NOVEMBER);
    Map<String, String> first = Office.digests(published(one, NOVEMBER));

    assertThat(Office.digests(published(two, NOVEMBER))).isEqualTo(first);
    assertThat(report(one, NOVEMBER).out()).contains("没有变化");
    assertThat(Office.digests(published(one, NOVEMBER))).isEqualTo(first);
  }

  @Test
  void anOpenPeriodNoPeriodAndOneWithoutNightsAreTold() throws IOException {
    Office office = office("told");

    assertThat(report(office, "2026-01").err()).contains("还没有结束（最后一天 2026-01-31）");
    assertThat(report(office, "november").err()).contains("不是报告期");
    assertThat(report(office, "2025-10").err()).contains("没有发布过任何夜次");
    assertThat(report(office, NOVEMBER, "--sign").exit()).isEqualTo(64);
    assertThat(report(office, NOVEMBER, "--sign", "--outside", "--by", "李科长").exit()).isEqualTo(64);
    assertThat(office.home().resolve("reports/periods")).doesNotExist();
  }

  @Test
  void whatACrashLeftIsClearedAway() throws IOException {
    Office office = office("crash");
    report(office, NOVEMBER);
    Map<String, String> whole = Office.digests(published(office, NOVEMBER));
    Path periods = office.home().resolve("reports/periods");
    Files.move(periods.resolve(NOVEMBER), periods.resolve(".old-" + NOVEMBER));
    Files.createDirectory(periods.resolve(".staging-" + NOVEMBER));

    assertThat(report(office, NOVEMBER).out()).contains("没有变化");
    assertThat(Office.digests(periods.resolve(NOVEMBER))).isEqualTo(whole);
    assertThat(periods.resolve(".staging-" + NOVEMBER)).doesNotExist();
    assertThat(periods.resolve(".old-" + NOVEMBER)).doesNotExist();
  }

  // --- signing -------------------------------------------------------------------------------

  @Test
  void aSignedReportIsLockedAndWhatComesLaterIsACorrection() throws IOException {
    Office office = office("signed");
    report(office, NOVEMBER);
    assertThat(report(office, NOVEMBER, "--sign", "--by", "李科长").out()).contains("李科长 签发");
    Map<String, String> signed = Office.digests(published(office, NOVEMBER));
    assertThat(report(office, NOVEMBER).out()).contains("没有变化");
    assertThat(report(office, NOVEMBER, "--sign", "--by", "李科长").out()).contains("不用再签");

    answerLate(office, 0);
    Office.Said said = report(office, NOVEMBER);

    assertThat(said.out()).contains("第 1 号更正");
    Map<String, String> corrected = Office.digests(published(office, NOVEMBER));
    assertThat(corrected).containsAllEntriesOf(signed);
    assertThat(corrected)
        .containsKeys("更正控辍保学月报（第1号）.xlsx", "更正控辍保学月报（第1号）.html", "data/figures-1.txt");
    String page = Files.readString(published(office, NOVEMBER).resolve("更正控辍保学月报（第1号）.html"));
    Figures was = figures(office, NOVEMBER, "figures.txt");
    Figures is = figures(office, NOVEMBER, "figures-1.txt");
    long before = was.of(Place.COUNTY, "cases/aid", "answered");
    assertThat(is.of(Place.COUNTY, "cases/aid", "answered")).isEqualTo(before + 1);
    assertThat(page.replaceAll("</?td[^>]*>\\n?", " ").replaceAll(" +", " "))
        .contains("全县 个案：资助 反馈 " + before + " " + (before + 1) + " +1");
  }

  @Test
  void correctionsAreSignedOneAfterTheOther() throws IOException {
    Office office = office("corrections");
    report(office, NOVEMBER);
    report(office, NOVEMBER, "--sign", "--by", "李科长");
    answerLate(office, 0);

    Office.Said unread = report(office, NOVEMBER, "--sign", "--by", "李科长");
    assertThat(unread.exit()).isEqualTo(64);
    assertThat(unread.err()).contains("看过再签发");
    assertThat(report(office, NOVEMBER, "--sign", "--by", "李科长").out()).contains("第 1 号更正");
    answerLate(office, 1);
    assertThat(report(office, NOVEMBER).out()).contains("第 2 号更正");

    assertThat(office.journal(Entry.PeriodSigned.class))
        .extracting(Entry.PeriodSigned::correction)
        .containsExactly(0, 1);
    assertThat(published(office, NOVEMBER)).isDirectoryContaining("glob:**（第1号）.xlsx");
    assertThat(published(office, NOVEMBER)).isDirectoryContaining("glob:**（第2号）.xlsx");
  }

  @Test
  void aSignedReportThatIsGoneIsWrittenAgainAsItWas() throws IOException {
    Office office = office("gone");
    report(office, NOVEMBER, "--sign", "--by", "李科长");
    Map<String, String> signed = Office.digests(published(office, NOVEMBER));
    answerLate(office, 0);
    Files.delete(published(office, NOVEMBER).resolve(MONTHLY + ".xlsx"));

    report(office, NOVEMBER);

    assertThat(Office.digests(published(office, NOVEMBER))).containsAllEntriesOf(signed);
  }

  // --- outside -------------------------------------------------------------------------------

  @Test
  void outsideSmallCountsAreHiddenAndNoFiguresGoAlong() throws IOException {
    Office office = office("outside");
    assertThat(report(office, NOVEMBER, "--outside").exit()).isZero();
    Path outside = published(office, NOVEMBER + "-外送");

    String page = Files.readString(outside.resolve(MONTHLY + ".html"));
    assertThat(page).contains("＊", "（外送）");
    String places = page.substring(page.indexOf("分乡镇分学校"), page.indexOf("分规则"));
    assertThat(places).doesNotContain("<td class=\"n\">1</td>", "<td class=\"n\">2</td>");
    assertThat(outside.resolve("data")).doesNotExist();
  }

  @Test
  void noPupilStandsInAnyPartOfAnyReport() throws IOException {
    Office office = office("canaries");
    for (String period : List.of(NOVEMBER, "2025Q4", "2025H2")) {
      report(office, period);
      report(office, period, "--outside");
    }
    report(office, NOVEMBER, "--sign", "--by", "李科长");
    answerLate(office, 0);
    report(office, NOVEMBER);
    List<Table.Row> rows = lived.table(Sample.asOf(3), "findings.csv").rows();

    List<Path> files = Office.files(office.home().resolve("reports/periods"));
    assertThat(files).hasSizeGreaterThan(15);
    for (Path file : files) {
      String words = Zip.words(file);
      for (Table.Row row : rows) {
        String name = row.get("name");
        if (name.length() > 2 && !name.contains("学校")) {
          assertThat(words).as(file.getFileName().toString()).doesNotContain(name);
        }
      }
      assertThat(words).doesNotContain("990101").doesNotContain("P0000");
    }
  }
}
