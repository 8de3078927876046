package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.CLOCK;
import static cn.bidui.ledger.Invented.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.collect.Arrival;
import cn.bidui.collect.Inbox;
import cn.bidui.collect.Taken;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.source.CellRef;
import cn.bidui.source.FileState;
import cn.bidui.source.Problem;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inbox, archive and journal in the order that the inbox asks for, cut short at every step. */
class ReceivingTest {

  private static final int STEPS = 8;

  @TempDir Path home;

  /** Stops like a crash when its steps are used up. */
  private static final class Steps {
    private int left;

    private Steps(int left) {
      this.left = left;
    }

    private void next() {
      if (left-- == 0) {
        throw new Crash();
      }
    }
  }

  private static final class Crash extends RuntimeException {}

  private void receive(Steps steps) throws IOException {
    Inbox inbox = Inbox.of(home.resolve("inbox"));
    Archive archive = Archive.of(home);
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      List<Taken> taken = new ArrayList<>();
      List<Entry> receipts = new ArrayList<>();
      for (Arrival arrival : inbox.look(Duration.ZERO, Set.of()).arrivals()) {
        Taken one = inbox.take(arrival, archive::put).orElseThrow();
        steps.next();
        taken.add(one);
        if (journal.state().unanswered(one.file()).isEmpty()) {
          receipts.add(new Entry.FileReceived(one.file(), arrival.stamp().bytes(), MONDAY));
        }
      }
      journal.appendAll(receipts);
      steps.next();
      for (Taken one : taken) {
        inbox.clear(one);
        steps.next();
      }
      for (Receipt receipt : journal.state().unanswered()) {
        boolean first =
            journal
                .state()
                .firstReceipt(receipt.received().file().sha256())
                .orElseThrow()
                .equals(receipt);
        FileState state = first ? FileState.ACCEPTED : FileState.DUPLICATE;
        journal.append(Entry.FileAnswered.of(receipt.number(), entry(receipt, state)));
        steps.next();
      }
    }
  }

  private static FileEntry entry(Receipt receipt, FileState state) {
    return new FileEntry(
        receipt.received().file(),
        state,
        null,
        "",
        Scope.COUNTY,
        null,
        null,
        List.of(),
        RowCounts.NONE,
        HashTotals.NONE,
        List.of(
            new Problem.FileProblem(
                ProblemCode.FILE_EMPTY, new CellRef("甲.csv", "", 0, ""), "", List.of())),
        new TreeMap<>(Map.of(ProblemCode.VALUE_MISSING, 2)),
        true,
        List.of());
  }

  private List<String> answers() throws IOException {
    return JournalReader.of(home).state().answeredFiles().stream()
        .map(answer -> answer.file().name() + " " + answer.state().code())
        .toList();
  }

  private long left() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("inbox"))) {
      return files.count();
    }
  }

  private void dropTwoOfOneContent() throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/甲.csv"), "姓名\n");
    Files.writeString(home.resolve("inbox/乙.csv"), "姓名\n");
  }

  @Test
  void aCrashAtAnyStepNeitherLosesAFileNorCountsItTwice(@TempDir Path root) throws IOException {
    for (int crash = 0; crash < STEPS; crash++) {
      home = root.resolve("home-" + crash);
      dropTwoOfOneContent();
      try {
        receive(new Steps(crash));
      } catch (Crash e) {
        receive(new Steps(STEPS));
      }
      assertThat(answers()).containsExactly("乙.csv accepted", "甲.csv duplicate");
      assertThat(left()).isZero();
    }
  }

  @Test
  void aFileThatIsDroppedAgainAfterItsAnswerIsAnsweredAgain() throws IOException {
    dropTwoOfOneContent();
    receive(new Steps(STEPS));
    Files.writeString(home.resolve("inbox/甲.csv"), "姓名\n");
    receive(new Steps(STEPS));
    assertThat(answers()).containsExactly("乙.csv accepted", "甲.csv duplicate", "甲.csv duplicate");
    assertThat(left()).isZero();
  }

  @Test
  void anAnswerNamesEachProblemOnceAndInOrder() throws IOException {
    dropTwoOfOneContent();
    receive(new Steps(STEPS));
    assertThat(JournalReader.of(home).state().answeredFiles().get(0).problems())
        .containsExactly(ProblemCode.FILE_EMPTY, ProblemCode.VALUE_MISSING);
  }
}
