package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.JournalLine.Head;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process sleeps between its look at the lease and its write, and another takes over. */
class LateLinesTest {

  /** A character for each byte. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  @TempDir private Path home;
  private Path first;
  private String late = "";
  private Head taken = Head.NONE;

  private static Entry.Accepted accepted(int number) {
    return new Entry.Accepted("名单" + number + ".xlsx", "王干部");
  }

  /** One line counts, the sleeper has the second in hand, and another writes its own second. */
  @BeforeEach
  void takeOver() throws IOException {
    first = home.resolve("journal/000001.jsonl");
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, Invented.CLOCK)) {
      journal.append(accepted(1));
      long known = Files.size(first);
      journal.append(accepted(2));
      String all = Files.readString(first, BYTES);
      late = all.substring((int) known);
      Files.writeString(first, all.substring(0, (int) known), BYTES);
    }
    Files.writeString(home.resolve("journal/lease.lock"), "1\nelsewhere\n2026-11-23T01:00:00Z\n");
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, Invented.CLOCK)) {
      taken = journal.append(accepted(3)).head();
    }
  }

  private void wakes(String writes) throws IOException {
    Files.writeString(first, writes, BYTES, StandardOpenOption.APPEND);
  }

  private List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    JournalReader.of(home).read(1, line -> entries.add(line.entry()));
    return entries;
  }

  private Verdict verdict() throws IOException {
    return JournalReader.of(home).verify(List.of(taken));
  }

  @Test
  void whatItWritesStandsApartAndDoesNotCount() throws IOException {
    wakes(late);

    assertThat(verdict()).isEqualTo(new Verdict.Intact(taken));
    assertThat(read()).containsExactly(accepted(1), accepted(3));
  }

  @Test
  void nextTimeItIsSetAside() throws IOException {
    String before = Files.readString(first, BYTES);
    wakes(late);
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, Invented.CLOCK)) {
      assertThat(journal.head()).isEqualTo(taken);
      journal.append(accepted(4));
    }

    assertThat(Files.readString(first, BYTES)).isEqualTo(before);
    assertThat(Files.readString(home.resolve("journal/000001.jsonl.2.late"), BYTES))
        .isEqualTo(late);
    assertThat(read()).containsExactly(accepted(1), accepted(3), accepted(4));
  }

  @Test
  void itMayBeKilledWhileItWrites() throws IOException {
    for (int length : new int[] {1, 5, 12, 40, late.length() - 1}) {
      String before = Files.readString(first, BYTES);
      wakes(late.substring(0, length));
      assertThat(verdict()).isEqualTo(new Verdict.Intact(taken));
      Files.writeString(first, before, BYTES);
    }
  }

  @Test
  void linesOfAnybodyElseAreDamage() throws IOException {
    String other = new String(line(new Head(1, taken.hash()), 1), BYTES);
    for (String added :
        List.of("x", "x\n", late + "x", late.replace("xlsx", "xlsm"), late + late, other)) {
      String before = Files.readString(first, BYTES);
      wakes(added);
      assertThat(verdict()).as(added).isInstanceOf(Verdict.Changed.class);
      Files.writeString(first, before, BYTES);
    }
  }

  @Test
  void aLineUnderTheNewLeaseIsDamageThere() throws IOException {
    Head before = new Head(1, Chain.carriedHash(Files.readAllBytes(first)));
    wakes(new String(line(before, 2), BYTES));

    assertThat(verdict()).isInstanceOf(Verdict.Changed.class);
  }

  private static byte[] line(Head head, long epoch) {
    return Chain.write(head, epoch, Invented.CLOCK.instant(), accepted(2));
  }
}
