package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept files as they lie on the disk: sealed, each under a key of its own. */
class SealedArchiveTest {

  private static final byte[] NAMES =
      "姓名,身份证号\n测小满,990101201001010011\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path home;
  private Archive archive;

  @BeforeEach
  void archive() {
    archive = Archive.of(home);
  }

  private Path ring() {
    return home.resolve("keys/archive.keys");
  }

  private static byte[] some(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(Archive from, String sha256) throws IOException {
    try (InputStream in = from.open(sha256)) {
      return in.readAllBytes();
    }
  }

  /** Writes a kept file anew as somebody else would: its mode does not let it be changed. */
  private void overwrite(String sha256, byte[] bytes) throws IOException {
    Files.deleteIfExists(archive.path(sha256));
    Files.createDirectories(archive.path(sha256).resolveSibling(""));
    Files.write(archive.path(sha256), bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
  void everyLengthComesBackAsItWasPut(int length) throws IOException {
    byte[] bytes = some(length);
    String sha256 = archive.put(bytes);

    assertThat(read(Archive.of(home), sha256)).isEqualTo(bytes);
    assertThat(archive.content(sha256).size()).isEqualTo(length);
    assertThat(archive.intact(sha256)).isTrue();
  }

  @Test
  void noWordOfAListLiesOnTheDisk() throws IOException {
    String sha256 = archive.put(NAMES);
    String lying = Files.readString(archive.path(sha256), StandardCharsets.ISO_8859_1);
    assertThat(lying).doesNotContain("990101201001010011");
    assertThat(lying)
        .doesNotContain(
            new String("测小满".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void twoFilesOfOneContentShareNoByteOfTheirBodies() throws IOException {
    String sha256 = archive.put(NAMES);
    byte[] first = Files.readAllBytes(archive.path(sha256));
    archive.destroy(sha256);
    archive.put(NAMES);
    byte[] second = Files.readAllBytes(archive.path(sha256));
    assertThat(Arrays.copyOfRange(second, SealedFormat.HEADER, second.length))
        .isNotEqualTo(Arrays.copyOfRange(first, SealedFormat.HEADER, first.length));
  }

  @Test
  void aChannelReadsAtAnyPlace() throws IOException {
    byte[] bytes = some(200_000);
    Content content = archive.content(archive.put(bytes));
    try (SeekableByteChannel channel = content.channel()) {
      assertThat(channel.size()).isEqualTo(bytes.length);
      for (int place : new int[] {199_990, 0, 65_530, 131_072, 65_536}) {
        ByteBuffer ten = ByteBuffer.allocate(10);
        assertThat(channel.position(place).read(ten)).isEqualTo(10);
        assertThat(ten.array()).isEqualTo(Arrays.copyOfRange(bytes, place, place + 10));
        assertThat(channel.position()).isEqualTo(place + 10L);
      }
      assertThat(channel.position(200_000).read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    }
  }

  @Test
  void aClosedChannelGivesNothing() throws IOException {
    SeekableByteChannel closed = archive.content(archive.put(some(10))).channel();
    closed.close();
    assertThat(closed.isOpen()).isFalse();
    assertThatThrownBy(() -> closed.read(ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 23, 24, 30_000, 65_559, 65_560, 65_575, 65_600, 100_000})
  void oneChangedBitIsNamedAndNeverServed(int place) throws IOException {
    String sha256 = archive.put(some(100_000));
    byte[] lying = Files.readAllBytes(archive.path(sha256));
    lying[place] ^= 4;
    overwrite(sha256, lying);

    assertThatThrownBy(() -> read(archive, sha256))
        .isInstanceOf(SealedFileException.class)
        .hasMessage("archive file " + sha256.substring(0, 8) + "… is damaged");
    assertThat(archive.intact(sha256)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 39, 40, 65_576, 65_577, 65_592, 131_128, 131_151})
  void aFileThatWasCutOffIsDamaged(int length) throws IOException {
    String sha256 = archive.put(some(131_100));
    overwrite(sha256, Arrays.copyOf(Files.readAllBytes(archive.path(sha256)), length));
    assertThatThrownBy(() -> read(archive, sha256)).isInstanceOf(SealedFileException.class);
    assertThat(archive.intact(sha256)).isFalse();
  }

  @Test
  void segmentsThatChangedPlacesAreDamage() throws IOException {
    String sha256 = archive.put(some(3 * SealedFormat.SEGMENT));
    byte[] lying = Files.readAllBytes(archive.path(sha256));
    int from = SealedFormat.HEADER;
    int next = from + SealedFormat.SEALED_SEGMENT;
    byte[] first = Arrays.copyOfRange(lying, from, next);
    System.arraycopy(lying, next, lying, from, first.length);
    System.arraycopy(first, 0, lying, next, first.length);
    overwrite(sha256, lying);
    assertThatThrownBy(() -> read(archive, sha256)).isInstanceOf(SealedFileException.class);
  }

  @Test
  void aFileUnderTheNameOfAnotherIsNotServed() throws IOException {
    String one = archive.put(some(10));
    String other = archive.put(some(11));
    overwrite(one, Files.readAllBytes(archive.path(other)));
    assertThatThrownBy(() -> read(archive, one)).isInstanceOf(SealedFileException.class);
  }

  @Test
  void aDamagedHeaderIsNotTakenForAPlainFile() throws IOException {
    String sha256 = archive.put(NAMES);
    byte[] lying = Files.readAllBytes(archive.path(sha256));
    lying[0] ^= 1;
    overwrite(sha256, lying);
    assertThatThrownBy(() -> read(archive, sha256)).isInstanceOf(SealedFileException.class);
    assertThat(archive.unsealed()).isZero();
    assertThat(archive.sealAll()).isZero();
    archive.put(NAMES);
    assertThat(read(archive, sha256)).isEqualTo(NAMES);
  }

  @Test
  void withoutItsRingAFileIsNamedAsKeyless() throws IOException {
    String sha256 = archive.put(NAMES);
    Files.delete(ring());
    Archive later = Archive.of(home);

    assertThat(later.holds(sha256)).isTrue();
    assertThatThrownBy(() -> read(later, sha256))
        .isInstanceOf(SealedFileException.class)
        .hasMessageContaining("keys/archive.keys");
    assertThatThrownBy(() -> later.intact(sha256)).isInstanceOf(SealedFileException.class);
    later.put(NAMES);
    assertThat(read(later, sha256)).isEqualTo(NAMES);
  }

  @Test
  void anotherSecretOpensNothing() throws IOException {
    String sha256 = archive.put(NAMES);
    Files.writeString(home.resolve("bidui.key"), "5a".repeat(32) + "\n");
    assertThatThrownBy(() -> read(Archive.of(home), sha256))
        .isInstanceOfSatisfying(
            SealedFileException.class, e -> assertThat(e.keyMissing()).isTrue());
  }

  @Test
  void whatIsDestroyedCannotBeReadFromACopyEither() throws IOException {
    String sha256 = archive.put(NAMES);
    String kept = archive.put(some(5));
    byte[] copy = Files.readAllBytes(archive.path(sha256));

    assertThat(archive.destroy(sha256)).isPositive();

    assertThat(archive.holds(sha256)).isFalse();
    assertThat(archive.all()).containsExactly(kept);
    assertThatThrownBy(() -> read(archive, sha256)).isInstanceOf(NoSuchFileException.class);
    overwrite(sha256, copy);
    assertThatThrownBy(() -> read(archive, sha256)).isInstanceOf(SealedFileException.class);
    assertThat(read(archive, kept)).isEqualTo(some(5));
    assertThat(archive.destroy("0".repeat(64))).isZero();
  }

  @Test
  void aFileThatACrashLeftWhileItWasDestroyedIsRemovedAtTheNextStart() throws IOException {
    String sha256 = archive.put(NAMES);
    byte[] copy = Files.readAllBytes(archive.path(sha256));
    archive.destroy(sha256);
    overwrite(sha256, copy);
    archive.discardUnfinished();
    assertThat(archive.holds(sha256)).isFalse();

    archive.put(NAMES);
    archive.discardUnfinished();
    assertThat(read(archive, sha256)).isEqualTo(NAMES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 100, 178})
  void aLineThatWasCutShortCountsForNothing(int length) throws IOException {
    String first = archive.put(some(1));
    String second = archive.put(some(2));
    byte[] lines = Files.readAllBytes(ring());
    Files.write(ring(), Arrays.copyOf(lines, lines.length / 2 + length));
    Archive later = Archive.of(home);

    assertThat(read(later, first)).isEqualTo(some(1));
    assertThatThrownBy(() -> read(later, second)).isInstanceOf(SealedFileException.class);
    String third = later.put(some(3));
    assertThat(read(Archive.of(home), third)).isEqualTo(some(3));
    assertThat(read(Archive.of(home), first)).isEqualTo(some(1));
  }

  @Test
  void aForeignLineOnTheRingChangesNothing() throws IOException {
    String sha256 = archive.put(some(1));
    Files.writeString(ring(), "1 no key at all\n", StandardOpenOption.APPEND);
    assertThat(read(Archive.of(home), sha256)).isEqualTo(some(1));
  }

  @Test
  void aKeyThatWasChangedOnTheRingOpensNothing() throws IOException {
    String sha256 = archive.put(some(1));
    String line = Files.readString(ring());
    char tenth = line.charAt(120);
    Files.writeString(
        ring(), line.substring(0, 120) + (tenth == 'A' ? 'B' : 'A') + line.substring(121));
    assertThatThrownBy(() -> read(Archive.of(home), sha256))
        .isInstanceOf(SealedFileException.class);
  }

  @Test
  void theRingIsForItsOwnerAlone() throws IOException {
    archive.put(NAMES);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ring())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(ring())).hasSize(2 + 65 + 33 + 81);
  }

  @Test
  void aReaderSeesWhatWasPutAfterItWasOpened() throws IOException {
    archive.put(some(1));
    Archive reader = Archive.of(home);
    reader.intact(archive.put(some(2)));
    String later = archive.put(some(3));
    assertThat(read(reader, later)).isEqualTo(some(3));
  }

  @Test
  void whatAnOlderVersionKeptIsReadAndThenSealed() throws IOException {
    String plain = Sha256.hex(NAMES);
    overwrite(plain, NAMES);
    String sealed = archive.put(some(7));
    assertThat(read(archive, plain)).isEqualTo(NAMES);
    assertThat(archive.put(NAMES)).isEqualTo(plain);
    assertThat(archive.unsealed()).isEqualTo(1);

    assertThat(archive.sealAll()).isEqualTo(1);

    assertThat(archive.unsealed()).isZero();
    assertThat(archive.sealAll()).isZero();
    assertThat(Files.readAllBytes(archive.path(plain))).isNotEqualTo(NAMES);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.path(plain))))
        .isEqualTo("r--------");
    assertThat(read(archive, plain)).isEqualTo(NAMES);
    assertThat(archive.all()).containsExactlyInAnyOrder(plain, sealed);
  }

  @Test
  void sealingGoesOnAfterACrashBetweenKeyAndName() throws IOException {
    String plain = archive.put(NAMES);
    overwrite(plain, NAMES);
    assertThat(read(archive, plain)).isEqualTo(NAMES);
    assertThat(archive.unsealed()).isEqualTo(1);
    assertThat(archive.sealAll()).isEqualTo(1);
    assertThat(read(Archive.of(home), plain)).isEqualTo(NAMES);
  }

  @Test
  void anEmptyArchiveHoldsNothing() throws IOException {
    assertThat(archive.all()).isEmpty();
    assertThat(archive.unsealed()).isZero();
    archive.discardUnfinished();
  }

  @Test
  void theSecretIsNotMadeAnewWhereTheJournalNamesOne() throws IOException {
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, Invented.CLOCK)) {
      journal.append(new Entry.KeyMaterial("00ff"));
    }
    assertThatThrownBy(() -> archive.put(NAMES)).isInstanceOf(HomeKeyException.class);
    assertThat(archive.all()).isEmpty();
  }
}
