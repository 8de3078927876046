package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalReader;
import cn.bidui.ledger.JournalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four years of nights, with new lists each time: nothing outlives its period. */
class FourYearsTest {

  private static final LocalDate BEGIN = LocalDate.of(2022, 9, 20);
  private static final int NIGHTS = 13;
  private static final int DAYS_BETWEEN = 122;

  @Test
  void afterFourYearsNothingIsOverdueAndTheCertificatesAddUp(@TempDir Path folder)
      throws IOException {
    Office office = Office.open(folder.resolve("home"));
    LocalDate last = BEGIN;
    for (int night = 0; night < NIGHTS; night++) {
      last = BEGIN.plusDays((long) night * DAYS_BETWEEN);
      drop(office, last, 45 + night);
      Office.Said said = office.run(last.toString(), "--quiet");
      assertThat(said.exit()).as(last + ": " + said.all()).isIn(0, 2, 3);
    }

    JournalState state = JournalReader.of(office.home()).state();
    noRawFileIsOverAge(office, state, last);
    noReportIsOverAge(office, last);
    certificatesAddUp(office, state);
    assertThat(office.does("purge", "--dry-run", "--as-of", last.toString()).out())
        .contains("没有超过保存期限");
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.exit()).as(rebuilt.all()).isZero();
    assertThat(rebuilt.out()).contains("重新导出后逐字节相同");
  }

  private static void drop(Office office, LocalDate day, int pupils) throws IOException {
    KeptCounty county = new KeptCounty(pupils);
    String compact = day.toString().replace("-", "");
    int year = day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    office.drop("学籍_" + compact + ".csv", county.roll(day.toString()));
    office.drop("监测对象_" + compact + ".csv", county.households(compact));
    office.drop("受助学生_" + compact + ".csv", county.aid(year + "-" + (year + 1)));
    office.drop("说明_" + compact + ".csv", ("这不是名单 " + day + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void noRawFileIsOverAge(Office office, JournalState state, LocalDate last)
      throws IOException {
    for (FileAnswered answered : state.answeredFiles()) {
      LocalDate received = state.receipt(answered.receipt()).orElseThrow().received().asOf();
      String sha256 = answered.file().sha256();
      Path raw =
          office
              .home()
              .resolve("archive")
              .resolve(sha256.substring(0, 2))
              .resolve(sha256.substring(2));
      assertThat(Files.exists(raw))
          .as(answered.file().name())
          .isEqualTo(!received.plusDays(90).isBefore(last));
    }
  }

  private static void noReportIsOverAge(Office office, LocalDate last) throws IOException {
    Set<String> folders = new TreeSet<>();
    try (Stream<Path> reports = Files.list(office.home().resolve("reports"))) {
      reports
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d{4}-\\d\\d-\\d\\d"))
          .forEach(folders::add);
    }
    Set<String> expected = new TreeSet<>();
    for (int night = 0; night < NIGHTS; night++) {
      LocalDate day = BEGIN.plusDays((long) night * DAYS_BETWEEN);
      if (!day.plusDays(1_095).isBefore(last)) {
        expected.add(day.toString());
      }
    }
    assertThat(folders).isEqualTo(expected).hasSizeLessThan(NIGHTS);
  }

  private static void certificatesAddUp(Office office, JournalState state) throws IOException {
    SortedMap<String, Long> sum = new TreeMap<>();
    state
        .keeping()
        .purged()
        .forEach(purged -> purged.counts().forEach((kind, n) -> sum.merge(kind, n, Long::sum)));
    Set<String> contents = new HashSet<>();
    state.answeredFiles().forEach(each -> contents.add(each.file().sha256()));
    long removed = contents.stream().filter(state.replacements()::removed).count();
    assertThat(sum.get("files.removed")).isEqualTo(removed).isPositive();
    assertThat(sum.get("report")).isEqualTo(NIGHTS - 9 - 0L - reportsLeftOver(state));
    Set<String> young = new HashSet<>();
    List<Published> old = new ArrayList<>();
    LocalDate last = state.latest().orElseThrow().asOf();
    for (Published night : state.publications()) {
      if (night.asOf().plusDays(1_095).isBefore(last)) {
        old.add(night);
      } else {
        young.addAll(night.kept().values());
        young.add(night.findings());
      }
    }
    Set<String> gone = new HashSet<>();
    old.forEach(
        night -> {
          gone.addAll(night.kept().values());
          gone.add(night.findings());
        });
    gone.removeAll(young);
    assertThat(sum.get("findings")).isEqualTo(gone.size());
    try (Stream<Path> papers = Files.list(office.home().resolve("reports").resolve("销毁证明"))) {
      assertThat(papers.count()).isEqualTo(state.keeping().purged().size());
    }
  }

  /** Nine nights fit into three years: 0, 122 … 976 days before the last, and 1,098 do not. */
  private static long reportsLeftOver(JournalState state) {
    return (long) NIGHTS - state.publications().size();
  }
}
