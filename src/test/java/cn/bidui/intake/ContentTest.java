package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.source.Content;
import cn.bidui.source.Header;
import cn.bidui.source.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that do not lie in a file as they are, read as those that do. */
class ContentTest {

  private static final Path QUIRKS = Path.of("sample-inputs/quirks");

  /** Bytes that are in no file. */
  private static final class InMemory implements Content {

    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public SeekableByteChannel channel() {
      return new SeekableInMemoryByteChannel(bytes);
    }
  }

  /** Everything that a reading hands on. */
  private static final class Heard implements RowSink {
    final List<Object> rows = new ArrayList<>();

    @Override
    public void header(Header header) {
      rows.add(header);
    }

    @Override
    public void row(ReadRow row) {
      rows.add(row);
    }
  }

  static List<Path> quirks() throws IOException {
    try (Stream<Path> files = Files.list(QUIRKS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("quirks")
  void aListReadsTheSameFromWhereverItsBytesAre(Path file) throws IOException {
    Heard lying = new Heard();
    Heard inMemory = new Heard();
    FileReading one = Given.INTAKE.read(file, "list", lying);
    FileReading other = Given.INTAKE.read(new InMemory(Files.readAllBytes(file)), "list", inMemory);
    assertThat(other).isEqualTo(one);
    assertThat(inMemory.rows).isEqualTo(lying.rows);
  }

  @Test
  void aContainerInNoFileCanOnlyBeRead() throws IOException {
    byte[] bytes = Files.readAllBytes(QUIRKS.resolve("xls-biff8.xls"));
    try (SeekableByteChannel plain = new InMemory(bytes).channel();
        FileChannel channel = OleContainer.over(plain)) {
      ByteBuffer[] two = {ByteBuffer.allocate(4), ByteBuffer.allocate(4)};
      assertThat(channel.read(two, 0, 2)).isEqualTo(8);
      assertThat(channel.read(ByteBuffer.allocate(2), 100)).isEqualTo(2);
      assertThat(channel.position()).isEqualTo(8);
      assertThat(channel.size()).isEqualTo(bytes.length);
      assertThat(channel.position(bytes.length).read(two, 0, 0)).isZero();
      assertThat(channel.read(new ByteBuffer[] {ByteBuffer.allocate(1)}, 0, 1)).isEqualTo(-1);
      channel.force(true);
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(channel::lock).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void bytesThatCannotBeReadAnyMoreAreNoFaultOfTheList() {
    Content lost =
        new Content() {
          @Override
          public long size() {
            return 100;
          }

          @Override
          public InputStream open() throws IOException {
            throw new UnreadableContent();
          }

          @Override
          public SeekableByteChannel channel() throws IOException {
            throw new UnreadableContent();
          }
        };
    assertThatThrownBy(() -> Given.INTAKE.open(lost, "list.xlsx"))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Faults.of(new IllegalStateException(new UnreadableContent())))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(Faults.of(new IOException("list")).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  private static final class UnreadableContent extends Content.Unreadable {
    UnreadableContent() {
      super("gone");
    }
  }
}
