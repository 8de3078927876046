package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.ledger.JournalLine.Head;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path scratch;
  private Path home;
  private HomeKey key;
  private Archive archive;
  private String blob;

  @BeforeEach
  void aWorkFolder() throws IOException {
    home = Files.createDirectories(scratch.resolve("home"));
    key = HomeKey.open(home, Optional.empty());
    archive = Archive.of(home);
    blob = archive.put(bytes(200_000));
    Files.writeString(home.resolve("bidui.yml"), "unit: 试验县\n");
    append(1);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private void append(int entries) throws IOException {
    try (Lease lease = ((LeaseOutcome.Held) Lease.acquire(home, Duration.ZERO, CLOCK)).lease();
        Journal journal = Journal.open(home, lease, CLOCK, 500)) {
      for (int i = 0; i < entries; i++) {
        journal.append(new Entry.RunStarted("R-" + i, "nightly", DAY));
      }
    }
  }

  private Backups.Made make(Instant now) throws IOException {
    return backups().make(home, key, archive, new Backups.Maker("试验县", 2, "0.1.0", now));
  }

  private Backups backups() {
    return Backups.in(scratch.resolve("backup"));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(scratch.resolve("backup"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aBackupHoldsTheRecordAndNeverTheKey() throws IOException {
    append(20);
    Backups.Made made = make(NOW);
    Path target = Files.createDirectories(scratch.resolve("restored"));

    assertThat(made.file()).hasFileName("备份-2026-11-22-000021.bidui");
    assertThat(made.blobs()).isEqualTo(1);
    assertThat(Backups.unpack(made.file(), key, target)).isEqualTo(1);
    assertThat(Backups.reaches(target, made.head().head())).isTrue();
    assertThat(target.resolve("bidui.yml")).hasContent("unit: 试验县\n");
    assertThat(target.resolve("keys/archive.keys"))
        .hasSameBinaryContentAs(home.resolve("keys/archive.keys"));
    assertThat(target.resolve("bidui.key")).doesNotExist();
    assertThat(target.resolve("data")).doesNotExist();
    Files.copy(home.resolve("bidui.key"), target.resolve("bidui.key"));
    assertThat(Archive.of(target).intact(blob)).isTrue();
  }

  @Test
  void onlyTheOwnerReadsABackup() throws IOException {
    assertThat(Files.getPosixFilePermissions(make(NOW).file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whatWasAppendedAfterTheHeadIsNotInTheBackup() throws IOException {
    Head head = JournalReader.of(home).verify(List.of()).sound();
    append(3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] line = head(head).line();
    new BackupWriter(
            home, head, LastNight.of(home, head), archive::intact, new java.util.TreeSet<>())
        .write(out, line, head(head).sealingKey(key));
    Path file = Files.write(scratch.resolve("early"), out.toByteArray());
    Path target = Files.createDirectories(scratch.resolve("early-home"));

    Backups.unpack(file, key, target);

    assertThat(Backups.reaches(target, head)).isTrue();
  }

  private BackupHead head(Head head) {
    return new BackupHead("", NOW, head, "", 2, "0.1.0", key.fingerprint(), "00");
  }

  @Test
  void aCutOffAppendIsNotBackedUp() throws IOException {
    Head head = JournalReader.of(home).verify(List.of()).sound();
    Path segment = home.resolve("journal/000001.jsonl");
    Files.writeString(segment, Files.readString(segment) + "{\"seq\":2,\"ep");

    assertThat(make(NOW).head().head()).isEqualTo(head);
  }

  @Test
  void aChangedJournalIsNotBackedUp() throws IOException {
    Path segment = home.resolve("journal/000001.jsonl");
    Files.writeString(segment, Files.readString(segment).replace("nightly", "nightlY"));

    assertThatThrownBy(() -> make(NOW)).isInstanceOf(JournalDamagedException.class);
    assertThat(scratch.resolve("backup")).doesNotExist();
  }

  @Test
  void aDamagedFileIsBackedUpAsItLiesThereAndNamed() throws IOException {
    Path file = home.resolve("archive").resolve(blob.substring(0, 2)).resolve(blob.substring(2));
    byte[] content = Files.readAllBytes(file);
    content[5] ^= 1;
    Files.delete(file);
    Files.write(file, content);

    Backups.Made made = make(NOW);

    assertThat(made.damaged()).containsExactly(blob);
    Path target = Files.createDirectories(scratch.resolve("unpacked"));
    Backups.unpack(made.file(), key, target);
    assertThat(Backups.damagedThen(target)).containsExactly(blob);
    assertThat(Backups.damagedThen(target)).as("the list is taken away").isEmpty();
    assertThat(target.resolve(home.relativize(file).toString())).hasBinaryContent(content);
  }

  @Test
  void aFileWithoutItsKeyCountsAsDamaged() throws IOException {
    Files.delete(home.resolve("keys/archive.keys"));
    assertThat(make(NOW).damaged()).contains(blob);
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(make(NOW).file());
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] changed = whole.clone();
      int place = random.nextInt(whole.length);
      changed[place] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(scratch.resolve("changed"), changed);
      assertThatThrownBy(() -> BackupReader.read(file, key, (name, in) -> {}))
          .as("byte %d", place)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCutOffBackupIsNoticedWhereverItEnds() throws IOException {
    byte[] whole = Files.readAllBytes(make(NOW).file());
    for (int length : new int[] {0, 10, 300, 65_000, 131_500, whole.length - 1}) {
      Path file = Files.write(scratch.resolve("cut"), java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> BackupReader.read(file, key, (name, in) -> {}))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherKeyDoesNotOpenIt() throws IOException {
    Backups.Made made = make(NOW);
    Path other = Files.createDirectories(scratch.resolve("other"));

    assertThatThrownBy(
            () -> Backups.unpack(made.file(), HomeKey.open(other, Optional.empty()), other))
        .isInstanceOf(HomeKeyException.class);
  }

  @Test
  void nothingIsPlacedOutsideTheWorkFolder() throws IOException {
    BackupHead head = head(Head.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.line());
    try (OutputStream sealed = SealedStream.sealing(out, head.sealingKey(key), head.line());
        var zip = new java.util.zip.ZipOutputStream(sealed)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("../outside"));
      zip.write(1);
    }
    Path file = Files.write(scratch.resolve("hostile"), out.toByteArray());
    Path target = Files.createDirectories(scratch.resolve("target"));

    assertThatThrownBy(() -> Backups.unpack(file, key, target))
        .hasMessageContaining("outside the work folder");
    assertThat(scratch.resolve("outside")).doesNotExist();
  }

  @Test
  void nothingOfTheRecordCanBeReadInTheFile() throws IOException {
    String secret = "甲乙丙丁戊己庚辛";
    archive.put(secret.getBytes(StandardCharsets.UTF_8));
    byte[] file = Files.readAllBytes(make(NOW).file());

    assertThat(HexFormat.of().formatHex(file))
        .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
        .doesNotContain(HexFormat.of().formatHex("nightly".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void listsTheNewestFirstAndSaysWhatTheyAre() throws IOException {
    make(NOW);
    append(1);
    make(NOW.plus(Duration.ofDays(1)));
    Files.writeString(scratch.resolve("backup/备份-2026-11-22-000009.bidui"), "none");
    Files.writeString(scratch.resolve("backup/notes.txt"), "none");

    List<Backups.Listed> listed = backups().list();

    assertThat(listed).extracting(each -> each.head().head().seq()).containsExactly(2L, 1L);
    assertThat(listed.get(1).head().made()).isEqualTo(NOW);
    assertThat(listed.get(1).head().unit()).isEqualTo("试验县");
    assertThat(listed.get(1).bytes()).isEqualTo(Files.size(listed.get(1).file()));
    assertThat(Backups.in(scratch.resolve("nowhere")).list()).isEmpty();
  }

  @Test
  void oldBackupsGoAndTheNewestStays() throws IOException {
    make(NOW.minus(Duration.ofDays(30)));
    append(1);
    make(NOW.minus(Duration.ofDays(3)));
    append(1);
    make(NOW);

    assertThat(backups().prune(key, Duration.ofDays(7))).isEqualTo(1);
    assertThat(backups().prune(key, Duration.ofHours(1))).isEqualTo(1);
    assertThat(backups().prune(key, Duration.ZERO)).isZero();
    assertThat(left()).containsExactly("备份-2026-11-22-000003.bidui");
    assertThat(Backups.in(scratch.resolve("nowhere")).prune(key, Duration.ZERO)).isZero();
  }

  @Test
  void aCopyIsTheSameAndAWrongOneIsNoticed() throws IOException {
    Backups.Made made = make(NOW);
    Path second = Backups.in(scratch.resolve("second")).copy(made);
    assertThat(second).hasSameBinaryContentAs(made.file());

    Files.write(made.file(), new byte[] {1});
    assertThatThrownBy(() -> Backups.in(scratch.resolve("third")).copy(made))
        .isInstanceOf(IOException.class);
    assertThat(scratch.resolve("third")).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    Files.createDirectories(scratch.resolve("backup"));
    Files.writeString(scratch.resolve("backup/.备份-2026-11-01-000001.bidui.tmp"), "half");

    make(NOW);

    assertThat(left()).containsExactly("备份-2026-11-22-000001.bidui");
  }

  @Test
  void theSealedStreamGivesBackAnyLength() throws IOException {
    byte[] secret = new byte[32];
    for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 200_000}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OutputStream sealed = SealedStream.sealing(out, secret, new byte[] {1})) {
        for (byte each : bytes(Math.min(length, 3))) {
          sealed.write(each);
        }
        sealed.write(bytes(length), Math.min(length, 3), length - Math.min(length, 3));
        sealed.flush();
      }
      try (var open =
          SealedStream.opening(
              new ByteArrayInputStream(out.toByteArray()), secret, new byte[] {1})) {
        assertThat(open.readAllBytes()).hasSize(length);
        assertThat(open.read()).isNegative();
        assertThat(open.markSupported()).isFalse();
        assertThat(open.skip(10)).isZero();
      }
    }
  }

  @Test
  void anEscrowFileOpensWithItsPassphraseAlone() throws IOException {
    Path file = scratch.resolve("escrow.json");
    KeyEscrow.of(home).write(file, "一共十二个字的口令真长啊".toCharArray());

    assertThat(KeyEscrow.open(file, "一共十二个字的口令真长啊".toCharArray()).key().fingerprint())
        .isEqualTo(key.fingerprint());
    assertThatThrownBy(() -> KeyEscrow.open(file, "另外十二个字的口令真长啊".toCharArray()))
        .isInstanceOf(HomeKeyException.class);
    assertThatThrownBy(() -> KeyEscrow.of(home).write(file, "x".toCharArray()))
        .isInstanceOf(IOException.class);
    assertThat(Files.readString(file)).doesNotContain(Files.readString(home.resolve("bidui.key")));
    Files.writeString(file, "{\"salt\":\"zz\"}");
    assertThatThrownBy(() -> KeyEscrow.open(file, "x".toCharArray()))
        .isInstanceOf(HomeKeyException.class);
  }

  @Test
  void theEscrowedKeyRestoresABackup() throws IOException {
    Backups.Made made = make(NOW);
    Path file = scratch.resolve("escrow.json");
    KeyEscrow.of(home).write(file, "correct horse battery".toCharArray());
    Files.delete(home.resolve("bidui.key"));

    KeyEscrow escrow = KeyEscrow.open(file, "correct horse battery".toCharArray());
    Path target = Files.createDirectories(scratch.resolve("target"));
    Backups.unpack(made.file(), escrow.key(), target);
    escrow.install(target);

    assertThat(HomeKey.open(target, Optional.of(key.fingerprint())).fingerprint())
        .isEqualTo(key.fingerprint());
  }
}
