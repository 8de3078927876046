package cn.bidui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFormatTest {

  @TempDir Path home;

  private void append(Entry entry) throws IOException {
    try (Lease lease = Invented.lease(home);
        Journal journal = Journal.open(home, lease, Invented.CLOCK)) {
      journal.append(entry);
    }
  }

  /** Appends a line that a version of tomorrow might write. */
  private void appendOfType(String type) throws Exception {
    var head = JournalReader.of(home).verify(java.util.List.of()).sound();
    String open =
        "{\"seq\":%d,\"epoch\":9,\"at\":\"2026-11-22T00:00:00Z\",\"type\":\"%s\",\"data\":{},\"prev\":\"%s\""
            .formatted(head.seq() + 1, type, head.hash());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(open.getBytes(StandardCharsets.UTF_8));
    String line = open + ",\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"}\n";
    Path segment = home.resolve("journal/000001.jsonl");
    Files.writeString(segment, Files.readString(segment) + line);
  }

  @Test
  void aFolderWithoutAFormatIsFine() throws IOException {
    HomeFormat.check(home, "0.1.0");
    append(new Entry.RunStarted("R-1", "nightly", Invented.MONDAY));
    assertThatCode(() -> HomeFormat.check(home, "0.1.0")).doesNotThrowAnyException();
  }

  @Test
  void aFolderOfThisFormatIsFineWhateverVersionWroteIt() throws IOException {
    append(new Entry.Formatted(HomeFormat.CURRENT, "9.9.9"));
    assertThatCode(() -> HomeFormat.check(home, "0.1.0")).doesNotThrowAnyException();
  }

  @Test
  void aNewerFormatIsRefusedWithBothVersions() throws IOException {
    append(new Entry.Formatted(HomeFormat.CURRENT + 1, "9.9.9"));

    assertThatThrownBy(() -> HomeFormat.check(home, "0.1.0"))
        .isInstanceOfSatisfying(
            NewerHomeException.class,
            newer -> {
              assertThat(newer.theirs()).isEqualTo("9.9.9");
              assertThat(newer.ours()).isEqualTo("0.1.0");
            });
  }

  @Test
  void anUnknownKindOfLineIsRefusedWithTheVersionThatSpokeLast() throws Exception {
    append(new Entry.Formatted(HomeFormat.CURRENT, "9.9.9"));
    appendOfType("told-by-tomorrow");

    assertThatThrownBy(() -> HomeFormat.check(home, "0.1.0"))
        .isInstanceOf(NewerHomeException.class)
        .hasMessageContaining("9.9.9")
        .hasMessageContaining("0.1.0");
  }

  @Test
  void aLineThatIsNotSoundRefusesNothing() throws IOException {
    append(new Entry.RunStarted("R-1", "nightly", Invented.MONDAY));
    Path segment = home.resolve("journal/000001.jsonl");
    Files.writeString(segment, Files.readString(segment) + "{\"seq\":2,\"type\":\"told-by-");

    assertThatCode(() -> HomeFormat.check(home, "0.1.0")).doesNotThrowAnyException();
  }
}
