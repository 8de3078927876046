package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.ROLL;
import static cn.bidui.ledger.Invented.THURSDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static cn.bidui.ledger.Invented.WEDNESDAY;
import static cn.bidui.ledger.Invented.sha;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.link.KeyChange;
import cn.bidui.link.PersonKey;
import cn.bidui.link.PinnedLink;
import cn.bidui.source.FileState;
import cn.bidui.source.ProblemCode;
import cn.bidui.source.RowCounts;
import cn.bidui.source.Scope;
import cn.bidui.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JournalStateTest {

  private final JournalState state = new JournalState();
  private long seq;

  private void say(Entry entry) {
    seq++;
    state.apply(new JournalLine(seq, 1, Instant.EPOCH, entry, sha("line " + seq)));
  }

  private static Published published(String runId, LocalDate asOf) {
    return new Published(
        runId,
        asOf,
        null,
        List.of(),
        "",
        "",
        "",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Entry resolved(String runId, LocalDate asOf, String id) {
    return new Entry.Transitions(
        runId,
        asOf,
        List.of(
            new Transition(
                id,
                "absent",
                FindingState.NEW,
                FindingState.RESOLVED,
                "",
                "",
                MONDAY,
                List.of(),
                Transition.Where.UNKNOWN),
            new Transition(
                "other",
                "absent",
                null,
                FindingState.NEW,
                "",
                "",
                MONDAY,
                List.of(),
                Transition.Where.UNKNOWN)));
  }

  private static Entry.FileAnswered answered(long receipt, SourceFile file) {
    return new Entry.FileAnswered(
        receipt,
        file,
        FileState.REFUSED,
        null,
        "",
        Scope.COUNTY,
        null,
        null,
        RowCounts.NONE,
        List.of());
  }

  @Test
  void aReceivedFileIsUnansweredUntilItIsAnswered() {
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    assertThat(state.unanswered()).extracting(JournalState.Receipt::number).containsExactly(1L);
    assertThat(state.unanswered(ROLL)).isPresent();
    assertThat(state.unanswered(new SourceFile(ROLL.sha256(), "别名.xlsx", ""))).isEmpty();
    say(answered(1, ROLL));
    assertThat(state.unanswered()).isEmpty();
    assertThat(state.unanswered(ROLL)).isEmpty();
    assertThat(state.answeredFiles()).containsExactly(answered(1, ROLL));
  }

  @Test
  void theSameContentIsKnownByItsFirstReceipt() {
    SourceFile renamed = new SourceFile(ROLL.sha256(), "别名.xlsx", "");
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    say(new Entry.FileReceived(renamed, 10, TUESDAY));
    assertThat(state.firstReceipt(ROLL.sha256()).orElseThrow().number()).isEqualTo(1);
    assertThat(state.firstReceipt(sha("other"))).isEmpty();
  }

  @Test
  void aWaitingFileIsForgottenOnceItIsReceived() {
    Entry.FileWaiting seen = new Entry.FileWaiting("学籍.xlsx", ROLL.unit(), 5, 6, "INCOMPLETE");
    say(new Entry.FileWaiting("学籍.xlsx", ROLL.unit(), 4, 6, "INCOMPLETE"));
    say(seen);
    assertThat(state.waiting()).containsExactly(seen);
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    assertThat(state.waiting()).isEmpty();
  }

  @Test
  void whatTheLastRunLeftIsForgottenByTheNextAndStillKnown() {
    Entry.FileWaiting gone = new Entry.FileWaiting("半.xlsx", "", 4, 6, "INCOMPLETE");
    say(new Entry.RunStarted("run-1", "nightly", MONDAY));
    say(gone);
    assertThat(state.leftByLastRun()).containsExactly(gone);
    say(new Entry.RunStarted("run-2", "nightly", TUESDAY));
    assertThat(state.leftByLastRun()).isEmpty();
    assertThat(state.waiting()).containsExactly(gone);
    say(new Entry.FileWaiting("学籍.xlsx", ROLL.unit(), 4, 6, "INCOMPLETE"));
    say(new Entry.FileReceived(ROLL, 10, TUESDAY));
    assertThat(state.leftByLastRun()).isEmpty();
  }

  @Test
  void receiptsAfterAPublicationHaveHigherNumbers() {
    assertThat(state.publishedAt(MONDAY)).isZero();
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    say(published("run-1", MONDAY));
    say(new Entry.FileReceived(ROLL, 11, MONDAY));
    assertThat(state.unanswered())
        .extracting(receipt -> receipt.number() > state.publishedAt(MONDAY))
        .containsExactly(false, true);
  }

  @Test
  void theLastPublicationOfAnAsOfDateCounts() {
    say(published("run-1", MONDAY));
    say(published("run-2", WEDNESDAY));
    say(published("run-3", WEDNESDAY));
    assertThat(state.latest()).contains(published("run-3", WEDNESDAY));
    assertThat(state.publicationOf(WEDNESDAY)).contains(published("run-3", WEDNESDAY));
    assertThat(state.publicationOf(TUESDAY)).isEmpty();
    assertThat(state.publicationBefore(WEDNESDAY)).contains(published("run-1", MONDAY));
    assertThat(state.publicationBefore(THURSDAY)).contains(published("run-3", WEDNESDAY));
    assertThat(state.publicationBefore(MONDAY)).isEmpty();
    assertThat(state.publications())
        .containsExactly(published("run-1", MONDAY), published("run-3", WEDNESDAY));
  }

  @Test
  void resolutionsCountOnceTheirNightIsPublished() {
    say(resolved("run-1", MONDAY, "F1"));
    assertThat(state.resolvedBefore(TUESDAY)).isEmpty();
    say(published("run-1", MONDAY));
    assertThat(state.resolvedBefore(TUESDAY))
        .containsExactly(Map.entry("F1", new Resolution(1, MONDAY)));
    assertThat(state.resolvedBefore(MONDAY)).isEmpty();
  }

  @Test
  void resolutionsOfASupersededPublicationAreForgotten() {
    say(resolved("run-1", MONDAY, "F1"));
    say(published("run-1", MONDAY));
    say(resolved("run-2", MONDAY, "F2"));
    say(published("run-2", MONDAY));
    assertThat(state.resolvedBefore(TUESDAY)).containsOnlyKeys("F2");
  }

  @Test
  void aRunThatStartsAgainAndIsPublishedTwiceCountsOnce() {
    say(resolved("run-1", MONDAY, "F1"));
    say(new Entry.RunStarted("run-1", "nightly", MONDAY));
    say(resolved("run-1", MONDAY, "F2"));
    say(published("run-1", MONDAY));
    say(new Entry.RunStarted("run-1", "nightly", MONDAY));
    assertThat(state.resolvedBefore(TUESDAY)).containsOnlyKeys("F2");
  }

  @Test
  void keysAreFoundByAnyHandleAndThroughMerges() {
    say(
        new Entry.KeysChanged(
            List.of(
                new KeyChange.Known(new PersonKey(1), List.of(sha("a"))),
                new KeyChange.Known(new PersonKey(2), List.of(sha("b"))),
                new KeyChange.Known(new PersonKey(3), List.of("short")),
                new KeyChange.Known(new PersonKey(3), List.of("g".repeat(32))),
                new KeyChange.Merged(new PersonKey(2), new PersonKey(3)),
                new KeyChange.Merged(new PersonKey(1), new PersonKey(2)))));
    assertThat(state.keys().key(sha("a"))).isEqualTo(new PersonKey(1));
    assertThat(state.keys().key(sha("b"))).isEqualTo(new PersonKey(1));
    assertThat(state.keys().key("short")).isEqualTo(new PersonKey(1));
    assertThat(state.keys().key("g".repeat(32))).isEqualTo(new PersonKey(1));
    assertThat(state.keys().key(sha("nobody"))).isNull();
    assertThat(state.keys().lastNumber()).isEqualTo(3);
  }

  @Test
  void mergesThatBiteTheirTailEnd() {
    say(
        new Entry.KeysChanged(
            List.of(
                new KeyChange.Known(new PersonKey(1), List.of(sha("a"))),
                new KeyChange.Merged(new PersonKey(2), new PersonKey(1)),
                new KeyChange.Merged(new PersonKey(1), new PersonKey(2)))));
    assertThat(state.keys().key(sha("a"))).isNotNull();
  }

  @Test
  void answersPinsReleasesAndTheKeyAreKept() {
    Entry.Answered answer = new Entry.Answered("F1", "A1", "李老师", null, "", "f", MONDAY);
    PinnedLink pin = new PinnedLink(sha("a"), sha("b"), PinnedLink.Ruling.SAME, "李老师");
    say(answer);
    say(new Entry.Pinned(pin));
    say(new Entry.Accepted("学籍.xlsx", "王干部"));
    say(new Entry.KeyMaterial("00ff"));
    assertThat(state.answers().to("F1")).contains(new Answers.Answer(1, answer));
    assertThat(state.pins()).containsExactly(pin);
    assertThat(state.accepted()).containsExactly(new Entry.Accepted("学籍.xlsx", "王干部"));
    assertThat(state.keyFingerprint()).contains("00ff");
    assertThat(state.head()).isEqualTo(new JournalLine.Head(4, sha("line 4")));
  }

  @Test
  void theModelThatWasAcceptedLastCounts() {
    assertThat(state.model()).isEmpty();
    Entry.ModelAccepted first = new Entry.ModelAccepted(sha("1"), "李老师", MONDAY);
    Entry.ModelAccepted second = new Entry.ModelAccepted(sha("2"), "王干部", TUESDAY);
    say(first);
    say(second);
    assertThat(state.model()).contains(second);
  }

  private static Entry.FileAnswered refused(long receipt, ProblemCode why) {
    return new Entry.FileAnswered(
        receipt,
        ROLL,
        FileState.REFUSED,
        null,
        "",
        Scope.COUNTY,
        null,
        null,
        RowCounts.NONE,
        List.of(why));
  }

  @Test
  void whatAHeaderMeansCountsForFilesReceivedAfterItWasDecided() {
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    say(new Entry.HeaderRemembered(Invented.header("h1")));

    assertThat(state.headersKnownTo(ROLL.sha256()).of("h1")).isEmpty();
    assertThat(state.headers().of("h1")).contains(Invented.header("h1"));
    assertThat(state.headersKnownTo(sha("never seen")).empty()).isTrue();

    say(refused(1, ProblemCode.HEADER_COLUMN_MISSING));
    say(new Entry.FileReceived(ROLL, 10, TUESDAY));

    assertThat(state.readUnder(ROLL.sha256()))
        .hasValueSatisfying(receipt -> assertThat(receipt.number()).isEqualTo(4));
    assertThat(state.headersKnownTo(ROLL.sha256()).of("h1")).isPresent();
  }

  @Test
  void aForgottenHeaderCountsNoLonger() {
    say(new Entry.HeaderRemembered(Invented.header("h1")));
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    say(new Entry.HeaderForgotten("h1", "王干部"));

    assertThat(state.headers().empty()).isTrue();
    assertThat(state.headersKnownTo(ROLL.sha256()).of("h1")).isPresent();
  }

  @Test
  void aFileThatWasReadIsNotReadAgainWhenItComesAgain() {
    say(new Entry.FileReceived(ROLL, 10, MONDAY));
    say(refused(1, ProblemCode.VALUE_MISSING));
    say(new Entry.FileReceived(ROLL, 10, TUESDAY));

    assertThat(state.readUnder(ROLL.sha256()))
        .hasValueSatisfying(receipt -> assertThat(receipt.number()).isEqualTo(1));
  }

  @Test
  void atTheEndOfADayOnlyWhatHadHappenedIsToldLessWhatWasTakenBackSince() {
    Entry early = answered("F-1", MONDAY);
    say(published("run-1", MONDAY));
    say(early);
    say(answered("F-2", WEDNESDAY));
    say(new Entry.CaseActed("C-1", CaseAct.VISIT, "王老师", TUESDAY, null, ""));
    say(new Entry.CaseActed("C-1", CaseAct.VISIT, "王老师", WEDNESDAY, null, ""));
    say(published("run-2", WEDNESDAY));
    say(new Entry.Undone(List.of(2L), "王老师", THURSDAY, ""));

    CaseLog then = state.cases().until(TUESDAY);

    assertThat(then.nightsBefore(THURSDAY))
        .extracting(CaseLog.NightPassed::asOf)
        .containsExactly(MONDAY);
    assertThat(then.said()).extracting(CaseLog.Said::seq).containsExactly(2L, 4L, 7L);
  }

  private static Entry answered(String finding, LocalDate asOf) {
    return new Entry.Answered(finding, "A1", "王老师", null, "", "facts", asOf);
  }
}
