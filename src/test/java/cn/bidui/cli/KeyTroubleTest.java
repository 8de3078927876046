package cn.bidui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.TextSeal;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTroubleTest {

  private static final Messages CHINESE = Messages.of("zh");

  @TempDir private Path home;

  private static String told(Throwable failure) {
    return KeyTrouble.of(new IllegalStateException(failure), CHINESE).orElse("");
  }

  @Test
  void aKeyThatIsNotThereIsAskedFor() {
    Throwable missing = catchThrowable(() -> HomeKey.open(home, Optional.of("00ff")));
    assertThat(told(missing)).startsWith("工作目录的密钥 bidui.key 不在").contains("没有改动任何数据");
  }

  @Test
  void aKeptFileIsNamedByItsDigest() throws IOException {
    Archive archive = Archive.of(home);
    String sha256 = archive.put(new byte[100]);
    Files.delete(home.resolve("keys/archive.keys"));
    Throwable keyless = catchThrowable(() -> Archive.of(home).open(sha256));
    assertThat(told(keyless))
        .isEqualTo(
            "归档文件 "
                + sha256.substring(0, 8)
                + "… 打不开：keys/archive.keys 里没有它的钥匙，或者钥匙与 bidui.key 不配套。"
                + "从备份恢复 keys 目录，核对 bidui.key，再重新运行");
    archive.put(new byte[100]);
    Path file =
        home.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    byte[] lying = Files.readAllBytes(file);
    lying[50] ^= 1;
    Files.delete(file);
    Files.write(file, lying);
    Throwable damaged = catchThrowable(() -> archive.open(sha256).readAllBytes());
    assertThat(told(new UncheckedIOException((IOException) damaged)))
        .startsWith("归档文件 " + sha256.substring(0, 8) + "… 已损坏");
  }

  @Test
  void aRowThatDoesNotOpenLeadsToARebuild() {
    TextSeal seal = new TextSeal(new byte[32]);
    Throwable broken = catchThrowable(() -> seal.desk().open("row", "AAAA"));
    assertThat(told(broken)).contains("bidui rebuild");
  }

  @Test
  void otherFailuresAreNotItsBusiness() {
    assertThat(told(new IOException("disk"))).isEmpty();
  }
}
