package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Verdict.Changed;
import cn.bidui.ledger.Verdict.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {

  private static final int LINES = 40;

  @TempDir Path home;
  private Path segment;
  private Head head;

  @BeforeEach
  void writeAJournal() throws IOException {
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      while (journal.head().seq() < LINES) {
        journal.appendAll(JournalTest.oneOfEach());
      }
      head = journal.head();
    }
    segment = home.resolve("journal/000001.jsonl");
  }

  private Verdict verify(Head... anchors) throws IOException {
    return JournalReader.of(home).verify(List.of(anchors));
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(segment));
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(segment, String.join("\n", lines) + "\n");
  }

  private void append(String text) throws IOException {
    Files.writeString(segment, Files.readString(segment) + text);
  }

  @Test
  void anUntouchedJournalIsIntact() throws IOException {
    assertThat(verify(head, Head.NONE)).isEqualTo(new Verdict.Intact(head));
    assertThat(verify().message())
        .isEqualTo(new FileEntry.Note("ledger.verdict.intact", List.of(head.seq() + "")));
  }

  @Test
  void aTornTailIsSetAsideAndTheJournalGoesOn() throws IOException {
    long whole = Files.size(segment);
    append("{\"seq\":43,\"epoch\":1,\"at\":");
    assertThat(verify()).isEqualTo(new Verdict.Torn(head, segment, whole, 25));
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      assertThat(journal.tornTail().orElseThrow().seq()).isEqualTo(head.seq() + 1);
      assertThat(journal.head()).isEqualTo(head);
      assertThat(Files.size(segment)).isEqualTo(whole);
      journal.append(new Entry.Accepted("学籍.xlsx", "王干部"));
    }
    assertThat(verify().ok()).isTrue();
    assertThat(home.resolve("journal/000001.jsonl." + (head.seq() + 1) + ".torn"))
        .hasContent("{\"seq\":43,\"epoch\":1,\"at\":");
  }

  @Test
  void everyPrefixOfAnAppendIsRecovered() throws IOException {
    byte[] whole = Files.readAllBytes(segment);
    List<String> lines = lines();
    int start =
        whole.length - lines.get(lines.size() - 1).getBytes(StandardCharsets.UTF_8).length - 1;
    try (Lease lease = Invented.lease(home)) {
      for (int length = start; length < whole.length; length++) {
        Files.write(segment, Arrays.copyOf(whole, length));
        try (Journal journal = Journal.open(home, lease, CLOCK)) {
          assertThat(journal.head().seq()).isEqualTo(head.seq() - 1);
          assertThat(journal.tornTail().isPresent()).isEqualTo(length > start);
        }
        assertThat(Files.size(segment)).isEqualTo(start);
      }
    }
  }

  @Test
  void blocksThatNeverReachedTheDiskAreATornTail() throws IOException {
    List<Entry> many = Collections.nCopies(5, new Entry.Accepted("学籍.xlsx", "王干部"));
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.appendAll(many);
    }
    byte[] bytes = Files.readAllBytes(segment);
    int third = Files.readString(segment).getBytes(StandardCharsets.UTF_8).length - 600;
    Arrays.fill(bytes, third, third + 50, (byte) 0);
    Files.write(segment, bytes);
    assertThat(verify()).isInstanceOf(Verdict.Torn.class);
    assertThat(verify().sound().seq()).isBetween(head.seq() + 1, head.seq() + 4);
  }

  @Test
  void zerosBeforeLinesOfSeveralAppendsAreNoTornTail() throws IOException {
    try (Lease lease = Invented.lease(home);
        Journal journal =
            Journal.open(
                home, lease, java.time.Clock.offset(CLOCK, java.time.Duration.ofDays(1)))) {
      journal.append(new Entry.Accepted("学籍.xlsx", "王干部"));
    }
    byte[] bytes = Files.readAllBytes(segment);
    Arrays.fill(bytes, 10, 60, (byte) 0);
    Files.write(segment, bytes);
    assertThat(verify()).isEqualTo(new Changed(Head.NONE, Fault.CONTENT));
  }

  @Test
  void aChangedLineIsNamed() throws IOException {
    List<String> lines = lines();
    lines.replaceAll(line -> line.replace("李老师", "张老师"));
    write(lines);
    Verdict verdict = verify(head);
    assertThat(verdict).isInstanceOf(Changed.class);
    Changed changed = (Changed) verdict;
    assertThat(changed.seq()).isEqualTo(firstDifference(lines));
    assertThat(changed.fault()).isEqualTo(Fault.CONTENT);
    assertThat(changed.message().key()).isEqualTo("ledger.verdict.changed-content");
  }

  private static int firstDifference(List<String> lines) {
    int seq = 1;
    while (Chain.soundHash(lines.get(seq - 1).getBytes(StandardCharsets.UTF_8)).isPresent()) {
      seq++;
    }
    return seq;
  }

  @Test
  void aRemovedLineIsNamed() throws IOException {
    List<String> lines = lines();
    lines.remove(9);
    write(lines);
    assertThat(((Changed) verify()).seq()).isEqualTo(10);
    assertThat(((Changed) verify()).fault()).isEqualTo(Fault.ORDER);
  }

  @Test
  void aChangedLastLineIsNotTakenForATornOne() throws IOException {
    List<String> lines = lines();
    int last = lines.size() - 1;
    lines.set(last, lines.get(last).replace("0.1.0", "0.1.1"));
    write(lines);
    assertThat(((Changed) verify()).seq()).isEqualTo(head.seq());
  }

  @Test
  void aDamagedJournalIsNotOpened() throws IOException {
    List<String> lines = lines();
    Collections.swap(lines, 3, 4);
    write(lines);
    try (Lease lease = Invented.lease(home)) {
      assertThatThrownBy(() -> Journal.open(home, lease, CLOCK))
          .isInstanceOf(JournalDamagedException.class)
          .hasMessage("the journal is not as it was written after line 3")
          .satisfies(
              e -> assertThat(((JournalDamagedException) e).verdict().sound().seq()).isEqualTo(3));
    }
  }

  @Test
  void linesCutOffAtTheEndShowAgainstAnAnchor() throws IOException {
    List<String> lines = lines();
    write(lines.subList(0, 20));
    assertThat(verify().ok()).isTrue();
    Verdict verdict = verify(head);
    assertThat(verdict).isInstanceOf(Verdict.CutOff.class);
    assertThat(((Verdict.CutOff) verdict).seq()).isEqualTo(21);
    assertThat(verdict.message())
        .isEqualTo(new FileEntry.Note("ledger.verdict.cut-off", List.of("21", head.seq() + "")));
  }

  @Test
  void anAnchorBehindATornTailMeansThatLinesAreMissing() throws IOException {
    append("{\"seq\"");
    assertThat(verify(new Head(head.seq() + 1, Invented.sha("lost"))))
        .isInstanceOf(Verdict.CutOff.class);
  }

  @Test
  void aJournalWrittenAnewShowsAgainstAnAnchor() throws IOException {
    Files.delete(segment);
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, CLOCK)) {
      journal.appendAll(Collections.nCopies(100, new Entry.Accepted("学籍.xlsx", "王干部")));
    }
    Verdict verdict = verify(head);
    assertThat(verdict).isInstanceOf(Verdict.Rewritten.class);
    assertThat(verdict.message().key()).isEqualTo("ledger.verdict.rewritten");
  }

  @Test
  void aLineOfAnOlderLeaseAfterANewerOneIsNamed() throws IOException {
    byte[] newer = Chain.write(head, 9, CLOCK.instant(), new Entry.Accepted("a", "b"));
    Head next = new Head(head.seq() + 1, Chain.carriedHash(newer));
    byte[] older = Chain.write(next, 8, CLOCK.instant(), new Entry.Accepted("a", "b"));
    append(new String(newer, StandardCharsets.UTF_8) + new String(older, StandardCharsets.UTF_8));
    assertThat(verify()).isEqualTo(new Changed(next, Fault.EPOCH));
  }

  @Test
  void aMissingSegmentIsNamed() throws IOException {
    Files.move(segment, home.resolve("journal/000002.jsonl"));
    List<String> lines = Files.readAllLines(home.resolve("journal/000002.jsonl"));
    Files.writeString(
        home.resolve("journal/000002.jsonl"),
        String.join("\n", lines.subList(5, lines.size())) + "\n");
    assertThat(((Changed) verify()).seq()).isEqualTo(1);
  }

  @Test
  void aThousandRandomMutationsAreDetectedWithTheFirstBadLine() throws IOException {
    byte[] whole = Files.readAllBytes(segment);
    List<String> lines = lines();
    Random random = new Random(20_261_008);
    for (int i = 0; i < 1_000; i++) {
      long expected = i % 2 == 0 ? flip(whole, random) : rearrange(lines, random);
      Verdict verdict = verify(head);
      assertThat(verdict.ok()).as("mutation %s", i).isFalse();
      assertThat(verdict.sound().seq() + 1).as("mutation %s", i).isEqualTo(expected);
    }
  }

  /** Changes one byte; returns the number of its line. */
  private long flip(byte[] whole, Random random) throws IOException {
    byte[] changed = whole.clone();
    int at = random.nextInt(whole.length);
    changed[at] ^= (byte) (1 + random.nextInt(255));
    Files.write(segment, changed);
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += whole[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** Removes, doubles, swaps or cuts lines; returns the number of the first that is wrong. */
  private long rearrange(List<String> lines, Random random) throws IOException {
    List<String> changed = new ArrayList<>(lines);
    int at = random.nextInt(lines.size() - 1);
    switch (random.nextInt(4)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(at, changed.get(at));
      case 2 -> Collections.swap(changed, at, at + 1);
      default -> changed.subList(at, changed.size()).clear();
    }
    write(changed);
    if (changed.isEmpty()) {
      Files.writeString(segment, "");
    }
    boolean doubled = changed.size() > lines.size();
    return doubled ? at + 2 : at + 1;
  }
}
