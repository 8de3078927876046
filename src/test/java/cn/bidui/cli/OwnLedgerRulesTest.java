package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.OutcomeCode;
import cn.bidui.plan.Mistakes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped headers and words of ledgers that bureaus keep themselves. */
class OwnLedgerRulesTest {

  private static final Path JOBS = Path.of("jobs");

  private final Mistakes mistakes = new Mistakes();
  private OwnLedgerRules rules;

  @BeforeEach
  void read() throws IOException {
    rules = OwnLedgerRules.read(JOBS, mistakes);
  }

  @Test
  void theyHoldNoMistake(@TempDir Path empty) {
    assertThat(mistakes.all()).isEmpty();
    assertThat(rules.headers().all()).hasSize(1);
    assertThat(OwnLedgerRules.in(JOBS)).isTrue();
    assertThat(OwnLedgerRules.in(empty)).isFalse();
  }

  @Test
  void whatOfficesWriteIsUnderstood() {
    Map<String, String> codes = new TreeMap<>();
    for (String word :
        new String[] {
          "县外就读", "省外就读有学籍", "送教上门", "休学", "已复学", "死亡", "出国", "查无此人", "失联", "随班就读", "特教学校", "已补发",
          "自愿放弃", "已更正", "经核实无误", "初中毕业"
        }) {
      OutcomeCode.find(word)
          .map(Enum::name)
          .or(() -> rules.words().outcome(word))
          .ifPresent(code -> codes.put(word, code));
    }
    assertThat(codes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("县外就读", "A2"),
                Map.entry("省外就读有学籍", "A3"),
                Map.entry("送教上门", "B3"),
                Map.entry("休学", "B5"),
                Map.entry("已复学", "F3"),
                Map.entry("死亡", "D1"),
                Map.entry("出国", "D2"),
                Map.entry("查无此人", "D5"),
                Map.entry("失联", "D6"),
                Map.entry("随班就读", "B2"),
                Map.entry("特教学校", "B1"),
                Map.entry("已补发", "G1"),
                Map.entry("自愿放弃", "G3"),
                Map.entry("已更正", "G4"),
                Map.entry("经核实无误", "G8"),
                Map.entry("初中毕业", "C1")));
  }

  @Test
  void noWordOfTheFileContradictsALabel() {
    for (OutcomeCode code : OutcomeCode.values()) {
      String label = code.label(cn.bidui.source.Messages.ZH);
      assertThat(rules.words().outcome(label).orElse(code.name())).isEqualTo(code.name());
    }
  }

  @Test
  void aTitleOfADropoutLedgerMeansTheRulesAboutSchooling() {
    String topic = rules.words().topicIn("某县2025年秋季疑似失学辍学台账").orElseThrow();
    assertThat(rules.words().rules(topic))
        .contains("never-enrolled", "vanished-from-roll", "absent")
        .doesNotContain("status-conflict");
    assertThat(rules.words().rules("应助未助")).containsExactly("unfunded-eligible");
  }
}
