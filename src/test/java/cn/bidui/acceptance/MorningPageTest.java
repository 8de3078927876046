package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page that is looked at in the morning: each number opens the list that it counts. */
@TestInstance(Lifecycle.PER_CLASS)
class MorningPageTest {

  private static final Pattern NUMBER =
      Pattern.compile(
          "<a href=\"(清单/[^\"#]*|%E6%B8%85%E5%8D%95/[^\"#]*)#([A-Za-z0-9-]+)\">(\\d+)</a>");
  private static final Pattern ROW = Pattern.compile("<tr id=\"F");
  private static final Pattern MOVEMENT =
      Pattern.compile(
          "<tr(?: class=\"sum\")?>((?:<td[^>]*>(?:<a[^>]*>)?[^<]*(?:</a>)?</td>\\s*){8})</tr>");
  private static final Pattern CELL = Pattern.compile("<td[^>]*>(?:<a[^>]*>)?([^<]*)");

  private Path reports;

  @BeforeAll
  void liveThroughTheNights(@TempDir Path folder) throws IOException {
    Office office = Sample.after(3, folder.resolve("home"));
    reports = office.report(Sample.asOf(3)).getParent();
  }

  @Test
  void eachNumberOpensAListOfExactlySoManyRows() throws IOException {
    for (int night = 1; night <= 3; night++) {
      Path root = reports.resolve(Sample.asOf(night));
      Matcher number = NUMBER.matcher(Files.readString(root.resolve("index.html")));
      Set<String> anchors = new HashSet<>();
      while (number.find()) {
        String path = URLDecoder.decode(number.group(1), StandardCharsets.UTF_8);
        String list = Files.readString(root.resolve(path));
        int counted = Integer.parseInt(number.group(3));
        assertThat(rows(list, path, number.group(2)))
            .as("%s %s#%s", Sample.asOf(night), path, number.group(2))
            .isEqualTo(counted);
        anchors.add(number.group(2));
      }
      assertThat(anchors).contains("open");
    }
  }

  @Test
  void yesterdaysOpenPlusAndMinusIsTodaysInEveryLine() throws IOException {
    String page = Files.readString(reports.resolve(Sample.asOf(3)).resolve("index.html"));
    Matcher line = MOVEMENT.matcher(page);
    int lines = 0;
    int[] sums = new int[2];
    while (line.find()) {
      int[] numbers = new int[7];
      Matcher cell = CELL.matcher(line.group(1));
      for (int i = -1; cell.find() && i < 6; i++) {
        if (i >= 0) {
          numbers[i] = Integer.parseInt(cell.group(1));
        }
      }
      assertThat(numbers[0] + numbers[1] + numbers[2] - numbers[3] - numbers[4])
          .isEqualTo(numbers[5]);
      if (line.group().contains("class=\"sum\"")) {
        sums[sums[0] == 0 ? 0 : 1] = numbers[5];
      }
      lines++;
    }
    assertThat(lines).isGreaterThan(10);
    assertThat(sums[0]).as("the sum by rule is the sum by school").isEqualTo(sums[1]).isPositive();
  }

  @Test
  void theFirstNightSaysWhatToBeginWithAndTheOthersDoNot() throws IOException {
    assertThat(Files.readString(reports.resolve(Sample.asOf(1)).resolve("index.html")))
        .contains("首次核对：先办哪些")
        .containsSubsequence("可能失学辍学的孩子", "应得未得资助的孩子", "其他数据差错");
    assertThat(Files.readString(reports.resolve(Sample.asOf(2)).resolve("index.html")))
        .doesNotContain("首次核对：先办哪些");
  }

  @Test
  void theFirstNightsTurnsOpenTheirLists() throws IOException {
    Path first = reports.resolve(Sample.asOf(1));
    assertThat(Files.readString(first.resolve("index.html")))
        .contains("%E5%85%88%E5%8A%9E.html#out-of-school\">", "%E5%85%88%E5%8A%9E.html#records\">");
    assertThat(Files.readString(first.resolve("清单/先办.html")))
        .containsSubsequence(
            "<h2 id=\"out-of-school\">", "<h2 id=\"without-aid\">", "<h2 id=\"records\">");
    assertThat(reports.resolve(Sample.asOf(2)).resolve("清单/先办.html")).doesNotExist();
  }

  @Test
  void nothingHasWaitedOnAFirstNight() throws IOException {
    assertThat(Files.readString(reports.resolve(Sample.asOf(1)).resolve("index.html")))
        .doesNotContain("最久未结的问题");
    assertThat(Files.readString(reports.resolve(Sample.asOf(2)).resolve("index.html")))
        .contains("最久未结的问题");
  }

  /** Rows of the section with that anchor; of what is open, all sections of what is open. */
  private static int rows(String list, String path, String anchor) {
    if (anchor.equals("before")) {
      Matcher said = Pattern.compile("上次未结 (\\d+) 个").matcher(list);
      assertThat(said.find()).isTrue();
      return Integer.parseInt(said.group(1));
    }
    int from = list.indexOf("id=\"" + anchor + "\"");
    assertThat(from).as("%s has #%s", path, anchor).isNotNegative();
    int fresh = list.indexOf("</div>", from);
    int to =
        switch (anchor) {
          case "fresh" -> fresh;
          case "open" -> list.indexOf("</div>", fresh + 1);
          default -> list.indexOf("<h2", from + 1);
        };
    String section = list.substring(from, to < 0 ? list.length() : to);
    Pattern row = path.endsWith("个案.html") ? Pattern.compile("<tr(?: class=\"off\")?><td>") : ROW;
    return (int) row.matcher(section).results().count();
  }
}
