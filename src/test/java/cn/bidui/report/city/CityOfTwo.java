package cn.bidui.report.city;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.report.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A city of two counties that are whole; what else there is, a test says. */
abstract class CityOfTwo {

  static final String SURE = "应助未助（确认）";
  static final String TO_CHECK = "应助未助（待核）";
  static final String NEVER = "never-enrolled";

  @TempDir Path folder;

  final List<CountyFolder> counties = new ArrayList<>();

  @BeforeEach
  void publishTwoCounties() {
    given(
        new PublishedCounty("东山县")
            .unfunded("P1", "new", SURE, "625.00")
            .unfunded("P1", "new", SURE, "营养改善计划", "500.00")
            .unfunded("P2", "persisting", TO_CHECK, "750.00")
            .unfunded("P3", "explained", "G3 自愿放弃", "312.50")
            .finding(NEVER, "reopened", "小学")
            .finding(NEVER, "explained", "初中"));
    given(
        new PublishedCounty("西河县")
            .right(80)
            .unfunded("P1", "new", SURE, "312.50")
            .finding(NEVER, "new", "初中")
            .finding(NEVER, "resolved", "")
            .finding("undecided-identity", "new", "小学"));
  }

  Path given(String name, PublishedCounty county) {
    Path night = county.write(folder.resolve(name));
    counties.add(new CountyFolder(name, "", night));
    return night.resolve("data");
  }

  void given(PublishedCounty county) {
    given(counties.isEmpty() ? "东山县" : "西河县", county);
  }

  RollUp read() {
    return RollUp.read(counties, null);
  }

  Path published() throws IOException {
    Path target = folder.resolve("out");
    read().publish(target);
    return target;
  }

  List<String> sheet(String name) throws IOException {
    return Opened.rows(published().resolve("市级汇总.xlsx"), name);
  }

  static void spoil(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  List<String> csv() throws IOException {
    return Files.readAllLines(folder.resolve("out/data/roll-up.csv"));
  }

  static PublishedCounty finding() {
    return new PublishedCounty("南坪县").unfunded("P1", "new", SURE, "625.00");
  }
}
