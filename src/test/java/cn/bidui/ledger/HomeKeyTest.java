package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeKeyTest {

  @TempDir Path home;

  @Test
  void theFirstUseMakesAKeyThatOnlyItsOwnerCanRead() throws IOException {
    HomeKey key = HomeKey.open(home, Optional.empty());
    Path file = home.resolve("bidui.key");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(HomeKey.open(home, Optional.of(key.fingerprint())).fingerprint())
        .isEqualTo(key.fingerprint());
    assertThat(HomeKey.open(home, Optional.empty()).fingerprint()).isEqualTo(key.fingerprint());
  }

  @Test
  void eachPurposeHasAKeyOfItsOwn() {
    HomeKey key = HomeKey.of(new byte[32]);
    assertThat(key.subkey("archive"))
        .hasSize(32)
        .isEqualTo(HomeKey.of(new byte[32]).subkey("archive"))
        .isNotEqualTo(key.subkey("database"))
        .isNotEqualTo(new byte[32]);
  }

  @Test
  void aHandleIsAnHmacThatDependsOnTheKey() {
    HomeKey zeros = HomeKey.of(new byte[32]);
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(zeros.handles().hash("id:990101")).matches("[0-9a-f]{32}");
    assertThat(zeros.handles().hash("id:990101"))
        .isEqualTo(HomeKey.of(new byte[32]).handles().hash("id:990101"))
        .isNotEqualTo(HomeKey.of(other).handles().hash("id:990101"))
        .isNotEqualTo(zeros.handles().hash("id:990102"));
  }

  @Test
  void theHmacIsTheOneOfRfc4231() {
    byte[] jefe = "Jefe".getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(new Hmac(jefe).of("what do ya want for nothing?")))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aMissingKeyIsNotReplacedOnceTheJournalWasWrittenWithOne() {
    assertThatThrownBy(() -> HomeKey.open(home, Optional.of("00ff")))
        .isInstanceOf(HomeKeyException.class)
        .hasMessage("bidui.key is missing, and the journal was written with one");
    assertThat(home.resolve("bidui.key")).doesNotExist();
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    HomeKey.open(home, Optional.empty());
    assertThatThrownBy(() -> HomeKey.open(home, Optional.of("00ff")))
        .isInstanceOf(HomeKeyException.class)
        .hasMessage("bidui.key is not the key that the journal was written with");
  }

  @Test
  void aDamagedKeyIsRefusedWithoutQuotingIt() throws IOException {
    for (String text : new String[] {"00ff\n", "zz", ""}) {
      Files.writeString(home.resolve("bidui.key"), text);
      assertThatThrownBy(() -> HomeKey.open(home, Optional.empty()))
          .isInstanceOf(HomeKeyException.class)
          .hasMessage("bidui.key does not hold 64 hexadecimal digits");
    }
    assertThatThrownBy(() -> HomeKey.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
  }
}
