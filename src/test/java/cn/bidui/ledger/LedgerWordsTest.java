package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.Waiting;
import cn.bidui.source.Messages;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LedgerWordsTest {

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages.ledger",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    for (String key : bundle(Locale.ROOT).keySet()) {
      assertThat(Messages.EN.text(key)).as(key).isNotEqualTo(Messages.ZH.text(key));
    }
    assertThat(bundle(Locale.ENGLISH).keySet()).isEqualTo(bundle(Locale.ROOT).keySet());
  }

  @Test
  void everyReasonToWaitHasItsWords() {
    for (Waiting.Reason reason : Waiting.Reason.values()) {
      assertThat(Messages.ZH.has(reason.key())).isTrue();
    }
  }

  @Test
  void everyVerdictHasItsWords() {
    JournalLine.Head head = new JournalLine.Head(7, "");
    List<Verdict> verdicts =
        List.of(
            new Verdict.Intact(head),
            new Verdict.Torn(head, java.nio.file.Path.of("000001.jsonl"), 0, 3),
            new Verdict.Changed(head, Verdict.Fault.CONTENT),
            new Verdict.Changed(head, Verdict.Fault.ORDER),
            new Verdict.Changed(head, Verdict.Fault.EPOCH),
            new Verdict.CutOff(head, head),
            new Verdict.Rewritten(head, head));
    for (Verdict verdict : verdicts) {
      FileEntry.Note message = verdict.message();
      assertThat(Messages.ZH.text(message.key(), message.words().toArray())).doesNotContain("{");
    }
    assertThat(Messages.ZH.text("ledger.busy", "4711", "bidui", "2026-10-08T18:00:00Z"))
        .isEqualTo("另一次运行正在使用这个工作目录：进程 4711，主机 bidui，自 2026-10-08T18:00:00Z 起。请等它结束后再试。");
  }
}
