package cn.bidui.spec;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code src/test/resources/spec/judge}: one test each, named by its title. */
class JudgeSpecTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "spec", "judge");
  private static final String USUAL = "usual.yaml";

  @TestFactory
  Stream<DynamicContainer> cases() throws IOException {
    UsualRows usual = usual();
    return files().stream().map(file -> theme(CaseNode.read(file), usual));
  }

  /** The titles of all cases. */
  static List<String> titles() throws IOException {
    UsualRows usual = usual();
    return files().stream()
        .flatMap(file -> cases(CaseNode.read(file), usual).stream())
        .map(SpecCase::title)
        .toList();
  }

  private static UsualRows usual() {
    return UsualRows.read(CaseNode.read(FOLDER.resolve(USUAL)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(JudgeSpecTest::holdsCases).sorted().toList();
    }
  }

  private static boolean holdsCases(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith(USUAL);
  }

  static DynamicContainer theme(CaseNode file, UsualRows usual) {
    List<DynamicTest> tests =
        cases(file, usual).stream()
            .map(one -> dynamicTest(one.title() + "（第 " + one.line() + " 行）", one::check))
            .toList();
    return dynamicContainer(file.need(file.map(), "主题").text(), tests);
  }

  static List<SpecCase> cases(CaseNode file, UsualRows usual) {
    Map<String, CaseNode> parts = file.map(List.of("主题", "说明", "只看", "案例"));
    List<String> only = new ArrayList<>();
    if (parts.containsKey("只看")) {
      file.need(parts, "只看").list().forEach(rule -> only.addAll(RuleNames.codes(rule)));
    }
    return file.need(parts, "案例").list().stream()
        .map(one -> new SpecCase(one, usual, only))
        .toList();
  }
}
