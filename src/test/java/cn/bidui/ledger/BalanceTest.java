package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.ROLL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Balance.Balanced;
import cn.bidui.ledger.Balance.Unbalanced;
import cn.bidui.ledger.ControlTotals.Bucket;
import cn.bidui.link.Decision;
import cn.bidui.link.LinkResult;
import cn.bidui.source.Content;
import cn.bidui.source.FileState;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalanceTest {

  private static final RowCounts COUNTS = new RowCounts(5, 2, 1, 0, 1);
  private static final HashTotals TOTALS = new HashTotals(30, 10, 9, 6, 0, 5);

  private static FileEntry file(
      FileState state, RowCounts counts, RowCounts sheet, HashTotals totals, boolean effective) {
    return new FileEntry(
        ROLL,
        state,
        ListKind.ROLL,
        "roll",
        Scope.COUNTY,
        null,
        MONDAY,
        List.of(new SheetEntry("三年级", 1, sheet, false)),
        counts,
        totals,
        List.of(),
        new TreeMap<>(Map.of(ProblemCode.VALUE_MISSING, 2)),
        effective,
        List.of());
  }

  private static FileEntry taken() {
    return file(FileState.ACCEPTED_WITH_REJECTS, COUNTS, COUNTS, TOTALS, true);
  }

  private static StageFlow flow(int table, int replaced, int unlinked) {
    return new StageFlow(ListKind.ROLL, table, replaced, 2, 1, unlinked);
  }

  private static String difference(Balance balance) {
    List<FileEntry.Note> differences = ((Unbalanced) balance).differences();
    assertThat(differences).hasSize(1);
    FileEntry.Note note = differences.get(0);
    assertThat(Messages.EN.text(note.key(), note.words().toArray())).isNotBlank();
    return Messages.ZH.text(note.key(), note.words().toArray());
  }

  @Test
  void aNightInWhichEverythingAddsUpIsBalanced() {
    assertThat(Balance.check(List.of(taken()), List.of(flow(5, 0, 2)), RollForward.EMPTY))
        .isEqualTo(new Balanced());
    assertThat(Balance.check(List.of(taken()), List.of(flow(4, 1, 1)), RollForward.EMPTY))
        .isEqualTo(new Balanced());
  }

  @Test
  void aRowThatNoSheetHasIsADifference() {
    FileEntry file = file(FileState.ACCEPTED, COUNTS, new RowCounts(5, 1, 1, 0, 1), TOTALS, true);
    assertThat(difference(Balance.check(List.of(file), List.of(flow(5, 0, 2)), RollForward.EMPTY)))
        .isEqualTo("文件“学籍.xlsx”登记 9 行，各工作表合计 8 行。");
  }

  @Test
  void aControlTotalThatIsNotTheSumOfItsPartsIsADifference() {
    FileEntry file =
        file(FileState.ACCEPTED, COUNTS, COUNTS, new HashTotals(31, 10, 9, 6, 0, 5), true);
    assertThat(difference(Balance.check(List.of(file), List.of(flow(5, 0, 2)), RollForward.EMPTY)))
        .isEqualTo("文件“学籍.xlsx”的控制总数对不上：读入 31，与去向合计不等。");
  }

  @Test
  void aRefusedFileMayHaveNoAcceptedRowsAndNoPartInTheComparison() {
    FileEntry refused = file(FileState.REFUSED, COUNTS, COUNTS, TOTALS, false);
    FileEntry effective =
        file(FileState.WAITING, RowCounts.NONE, RowCounts.NONE, HashTotals.NONE, true);
    for (FileEntry file : List.of(refused, effective)) {
      assertThat(difference(Balance.check(List.of(file), List.of(), RollForward.EMPTY)))
          .startsWith("文件“学籍.xlsx”未被接收");
    }
  }

  @Test
  void anAcceptedRowThatWasNotComparedIsADifference() {
    assertThat(
            difference(Balance.check(List.of(taken()), List.of(flow(4, 0, 1)), RollForward.EMPTY)))
        .isEqualTo("名单 roll：有效文件接收 5 行，参加比对 4 行，被部分名单替换 0 行，合计不等。");
  }

  @Test
  void aWholeListThatWasNotComparedIsADifference() {
    assertThat(difference(Balance.check(List.of(taken()), List.of(), RollForward.EMPTY)))
        .isEqualTo("名单 roll：有效文件接收 5 行，参加比对 0 行，被部分名单替换 0 行，合计不等。");
  }

  @Test
  void aRowWithoutADecisionIsADifference() {
    assertThat(
            difference(Balance.check(List.of(taken()), List.of(flow(5, 0, 1)), RollForward.EMPTY)))
        .isEqualTo("名单 roll：参加比对 5 行，有判定的 4 行。");
  }

  @Test
  void findingsThatDoNotRollForwardAreADifference() {
    RollForward lost =
        new RollForward(new TreeMap<>(Map.of("absent", new RollForward.Line(3, 1, 0, 1, 0, 2))));
    assertThat(difference(Balance.check(List.of(), List.of(), lost)))
        .isEqualTo("规则 absent：上次未结 3 ＋ 新增 1 ＋ 重新打开 0 － 已消除 1 － 已说明 0，不等于本次未结 2。");
  }

  @Test
  void theFlowOfAListCountsItsDecisions() {
    Decision[] decisions = {
      Decision.LINKED, Decision.UNLINKED, Decision.UNDECIDED, Decision.LINKED
    };
    LinkResult links =
        (LinkResult)
            Proxy.newProxyInstance(
                LinkResult.class.getClassLoader(),
                new Class<?>[] {LinkResult.class},
                (proxy, method, arguments) -> decisions[(int) arguments[1]]);
    assertThat(StageFlow.of(ListKind.AID, 4, 1, links))
        .isEqualTo(new StageFlow(ListKind.AID, 4, 1, 2, 1, 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRowHashIsTheSameForTheSameFileOnEveryMachine(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("名单.csv"), bytes("姓名\n测小满\n"));
    long hash = TotalsKey.of(bytes("姓名\n测小满\n")).rowHash().of("", 2, "测小满", "990101");
    assertThat(TotalsKey.of(Content.of(file)).rowHash().of("", 2, "测小满", "990101")).isEqualTo(hash);
    assertThat(hash).isEqualTo(2433482329L);
  }

  @Test
  void aRowHashChangesWithEveryPartOfTheRowAndWithTheFile() {
    RowHash hash = TotalsKey.of(bytes("file")).rowHash();
    long row = hash.of("一", 2, "甲", "1");
    assertThat(
            List.of(
                hash.of("二", 2, "甲", "1"),
                hash.of("一", 3, "甲", "1"),
                hash.of("一", 2, "乙", "1"),
                hash.of("一", 2, "甲", "2"),
                hash.of("一", 2, "甲1", ""),
                TotalsKey.of(bytes("File")).rowHash().of("一", 2, "甲", "1")))
        .doesNotContain(row)
        .allMatch(each -> each >= 0 && each < HashTotals.MODULUS);
    assertThat(hash.of("一", 2, "甲", "1")).isEqualTo(row);
  }

  @Test
  void controlTotalsBalanceExactlyWhenEveryRowEndsInOneBucket() {
    ControlTotals totals = new ControlTotals();
    long row = 0;
    for (Bucket bucket : Bucket.values()) {
      row += 3_000_000_001L;
      totals.read(row % HashTotals.MODULUS);
      totals.ended(bucket, row % HashTotals.MODULUS);
    }
    assertThat(totals.totals())
        .isEqualTo(
            new HashTotals(
                5_000_000_015L,
                3_000_000_001L,
                6_000_000_002L,
                9_000_000_003L,
                2_000_000_004L,
                5_000_000_005L));
    assertThat(totals.totals().balanced()).isTrue();
    totals.ended(Bucket.NOTE, 1);
    assertThat(totals.totals().balanced()).isFalse();
  }
}
