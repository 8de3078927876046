package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.ReplyLines.End;
import cn.bidui.ledger.ReplyLines.Line;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Keys of rows that come back, and what became of them. */
class AnswerKeyTest {

  @Test
  void aKeyIsReadAsItWasWritten() {
    AnswerKey finding = new AnswerKey.OfFinding("F0123", "abcd0123", "0");
    AnswerKey group = new AnswerKey.OfGroup("G77", "0123abcd");
    assertThat(finding.text()).isEqualTo("F0123!abcd0123!0");
    assertThat(group.text()).isEqualTo("group:G77!0123abcd");
    assertThat(AnswerKey.read(finding.text())).contains(finding);
    assertThat(AnswerKey.read(group.text())).contains(group);
  }

  @Test
  void whatIsNoKeyIsNone() {
    for (String text : List.of("", "F1", "F1!a", "group:G1", "!!", "a!b!c!d", "group:!x")) {
      assertThat(AnswerKey.read(text)).as(text).isEmpty();
    }
  }

  @Test
  void thePrintOfAnAnswerChangesWithItsWordsAndNotWithItsLine() {
    Entry.Answered said =
        new Entry.Answered("F1", "G4", "王老师", null, "", "f".repeat(64), LocalDate.of(2025, 11, 3));
    Entry.Answered other =
        new Entry.Answered("F1", "G5", "王老师", null, "", "f".repeat(64), LocalDate.of(2025, 11, 3));
    String print = new Answers.Answer(7, said).print();
    assertThat(print).matches("[0-9a-f]{8}");
    assertThat(new Answers.Answer(9, said).print()).isEqualTo(print);
    assertThat(new Answers.Answer(7, other).print()).isNotEqualTo(print);
  }

  @Test
  void notesAreReadWhereTheyAreKept() {
    Answers answers = Answers.NONE.reading(digest -> "words of " + digest);
    assertThat(answers.note("ab")).isEqualTo("words of ab");
    assertThat(answers.note("")).isEmpty();
    assertThat(Answers.NONE.note("ab")).isEmpty();
  }

  @Test
  void aSealOverNamesAndValuesKnowsBoth() {
    NightSeal seal = NightSeal.of(LocalDate.of(2025, 11, 3), List.of());
    TreeMap<String, String> said = new TreeMap<>(Map.of("kind", "findings"));
    String before = seal.seal(said);
    said.put("night", seal.id());
    assertThat(seal.seal(said)).isNotEqualTo(before).matches("[0-9a-f]{16}");
  }

  @Test
  void whatBecameOfRowsIsReadAsItWasArchived() {
    ReplyLines lines =
        new ReplyLines(
            List.of(
                new Line("资助", 2, End.RECORDED, ""),
                new Line("资助", 3, End.KNOWN, ""),
                new Line("资助", 4, End.LISTED, "ANSWER-TWICE"),
                new Line("学籍", 2, End.BLANK, ""),
                new Line("学籍", 3, End.LISTED, "ANSWER-TWICE")));
    String archived = new String(lines.bytes(), StandardCharsets.UTF_8);
    assertThat(ReplyLines.read(archived)).isEqualTo(lines);
    assertThat(lines.counts()).isEqualTo(new RowCounts(2, 2, 1, 0, 0));
    assertThat(lines.sheets())
        .containsExactly(
            Map.entry("资助", new RowCounts(2, 1, 0, 0, 0)),
            Map.entry("学籍", new RowCounts(0, 1, 1, 0, 0)));
    assertThat(lines.problems()).containsExactly(Map.entry(ProblemCode.ANSWER_TWICE, 2));
    assertThat(lines.problems("表.xlsx"))
        .extracting(problem -> problem.place().sheet() + problem.place().row())
        .containsExactly("资助4", "学籍3");
  }
}
