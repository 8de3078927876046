package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Backups of earlier versions must restore: what was sealed then opens, and seals the same. */
class SealedStreamTest {

  private static final byte[] HEAD = "invented\n".getBytes(StandardCharsets.UTF_8);

  /** Five bytes and four frames, as version 0.1.0 sealed them. */
  private static final String SHORT = "15c981a138b869494958f7140a0463f3048709fbd9";

  private static final String LONG =
      "c2b473f7a1f39fa5a94550f6b7f55a276f851f5ae47ab31f13979bcda9b82b9b";

  private static byte[] key() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return key;
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (i * 31);
    }
    return content;
  }

  private static byte[] sealed(int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream sealing = SealedStream.sealing(out, key(), HEAD)) {
      sealing.write(content(length));
    }
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed) throws IOException {
    try (InputStream open = SealedStream.opening(new ByteArrayInputStream(sealed), key(), HEAD)) {
      return open.readAllBytes();
    }
  }

  @Test
  void whatAnEarlierVersionSealedOpens() throws IOException {
    assertThat(opened(HexFormat.of().parseHex(SHORT))).isEqualTo(content(5));
  }

  @Test
  void itSealsToTheBytesOfEarlierVersions() throws IOException {
    assertThat(HexFormat.of().formatHex(sealed(5))).isEqualTo(SHORT);
    assertThat(sealed(200_000)).hasSize(200_064);
    assertThat(Sha256.hex(sealed(200_000))).isEqualTo(LONG);
    assertThat(opened(sealed(200_000))).isEqualTo(content(200_000));
  }

  @Test
  void aFrameThatIsCutOffOrChangedIsNoticed() throws IOException {
    byte[] changed = sealed(200_000);
    changed[70_000] ^= 1;
    assertThatThrownBy(() -> opened(changed)).isInstanceOf(IOException.class);
    byte[] cut = new byte[2 * ((1 << 16) + 16)];
    System.arraycopy(sealed(200_000), 0, cut, 0, cut.length);
    assertThatThrownBy(() -> opened(cut))
        .isInstanceOf(IOException.class)
        .hasMessage("the sealed file was changed, cut off, or sealed with another key");
  }
}
